import { setAttribute, setText } from "./page-parts.ts";

/** Under this class the animation `said` in styles/buttons.css runs; its end takes the word back. */
const saidClass = "said";

/**
 * Makes a button that copies what `text` gives when it is pressed, and says so for a moment in place of its label. Its
 * width stays, so that nothing moves.
 */
export function copyOnClick(button: HTMLButtonElement, text: () => string): void {
  const label = button.textContent.trim();
  const name = button.getAttribute("aria-label") ?? label;
  const say = (word: string, spoken: string) => {
    setText(button, word);
    setAttribute(button, "aria-label", spoken);
  };
  button.addEventListener("click", async () => {
    const outcome = (await copy(text())) ? "Copied" : "Failed";
    button.style.minWidth = `${button.offsetWidth}px`;
    say(outcome, outcome);
    button.classList.remove(saidClass);
    // The style is computed in between, so that a second click begins the moment anew.
    void button.offsetWidth;
    button.classList.add(saidClass);
  });
  button.addEventListener("animationend", () => {
    button.classList.remove(saidClass);
    say(label, name);
  });
}

/** A page that is neither local nor served over TLS has no clipboard; there the old way is left. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
