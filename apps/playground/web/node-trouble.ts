import { injectFault, undoFault } from "./node-actions.ts";
import { part, setAttribute, setText } from "./page-parts.ts";
import { cutOf, faultsOf } from "./troubles.ts";
import type { FaultSnapshot } from "./wire.ts";

/** What goes wrong around one node, on its card: its link to etcd as a line that is whole or cut, and a button for it. */
export class NodeTrouble {
  readonly #card: HTMLElement;
  readonly #wire: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #refusal: HTMLElement;
  #node = "";
  #cut: FaultSnapshot | undefined;

  constructor(card: HTMLElement) {
    this.#card = card;
    this.#wire = part(card, "wire");
    this.#button = part(card, "cut", HTMLButtonElement);
    this.#refusal = part(card, "refusal");
    this.#button.addEventListener("click", () => this.#press());
  }

  show(node: string, faults: readonly FaultSnapshot[], isLive: boolean): void {
    this.#node = node;
    this.#cut = cutOf(node, faults);
    const troubles = faultsOf(node, faults);
    const isCut = this.#cut !== undefined;
    const standing = isCut ? "cut" : troubles.length > 0 ? "troubled" : "whole";
    setAttribute(this.#card, "data-wire", standing);
    const words = troubles.map((fault) => fault.words).join("; ");
    setText(this.#wire, words === "" ? "Reaches etcd and its clients" : words);
    setText(this.#button, isCut ? "Mend the link to etcd" : "Cut from etcd");
    setAttribute(this.#button, "aria-label", `${this.#button.textContent}: ${node}`);
    this.#button.disabled = !isLive;
  }

  async #press(): Promise<void> {
    const cut = this.#cut;
    const refusal = await (cut === undefined
      ? injectFault({ kind: "blackhole", link: `${this.#node}:etcd` })
      : undoFault(cut.id));
    setText(this.#refusal, refusal ?? "");
  }
}
