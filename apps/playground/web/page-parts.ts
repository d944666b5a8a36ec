/** The page's markup stands in index.html; code finds its parts by `data-part`. All text is set as text. */

/** The descendant with a `data-part`. Throws when index.html has none of that type, which is a mistake of ours. */
export function part(root: ParentNode, name: string): HTMLElement;
export function part<E extends Element>(root: ParentNode, name: string, type: new () => E): E;
export function part(root: ParentNode, name: string, type: new () => Element = HTMLElement) {
  const found = root.querySelector(`[data-part="${name}"]`);
  if (found instanceof type) return found;
  throw new Error(`index.html has no ${type.name} with data-part="${name}"`);
}

/** A copy of a template's only element. */
export function copyTemplate(name: string): HTMLElement {
  const { content } = part(document, name, HTMLTemplateElement);
  const element = document.importNode(content, true).firstElementChild;
  if (element instanceof HTMLElement) return element;
  throw new Error(`the template ${name} in index.html is empty`);
}

/** Sets text only where it changes, so that a selection survives and nothing is drawn for nothing. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets an attribute only where it changes; undefined removes it. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Switches a button on or off. A button that has the focus and is switched off hands it to `fallback`, so that whoever
 * uses the keyboard stays where they are.
 */
export function setEnabled(button: HTMLButtonElement, isEnabled: boolean, fallback: HTMLElement) {
  if (button.disabled === !isEnabled) return;
  const hadFocus = document.activeElement === button;
  button.disabled = !isEnabled;
  if (hadFocus && !isEnabled) fallback.focus({ preventScroll: true });
}

/** One of the drawings at the end of index.html. */
export function drawIcon(name: string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}
