import { askEtcd, injectFault, undoFault } from "./node-actions.ts";
import { copyTemplate, part, setAttribute, setText } from "./page-parts.ts";
import type { Scene, View } from "./scene.ts";
import { faultBody, type Trouble, targetsOf, troubles } from "./troubles.ts";
import type { FaultSnapshot } from "./wire.ts";

/** The panel in which things are broken: what, where, for how long; and what is broken, each with its undo. */
export function createTroubleView(): View {
  const root = part(document, "trouble");
  const kind = part(root, "trouble-kind", HTMLSelectElement);
  const target = part(root, "trouble-target", HTMLSelectElement);
  const amount = part(root, "trouble-amount", HTMLInputElement);
  const span = part(root, "trouble-for", HTMLSelectElement);
  const form = part(root, "trouble-form", HTMLFormElement);
  const refusal = part(root, "trouble-refusal");
  const etcd = part(root, "trouble-etcd", HTMLButtonElement);
  const undoAll = part(root, "trouble-undo-all", HTMLButtonElement);
  let scene: Scene | undefined;
  const chosen = (): Trouble => troubles[kind.selectedIndex] ?? (troubles[0] as Trouble);
  const report = async (asked: Promise<string | undefined>) =>
    setText(refusal, (await asked) ?? "");
  kind.append(...troubles.map(({ kind: value, label }) => new Option(label, value)));
  const offer = () => {
    const { links, nodes } = scene?.snapshot ?? { links: [], nodes: [] };
    const names = nodes.map(({ name }) => name);
    const targets = targetsOf(chosen(), links, names);
    const before = target.value;
    if ([...target.options].map(({ value }) => value).join() !== targets.join()) {
      target.replaceChildren(...targets.map((name) => new Option(name, name)));
      if (targets.includes(before)) target.value = before;
    }
    part(root, "trouble-where").hidden = targets.length === 0;
    const { number } = chosen();
    part(root, "trouble-how-much").hidden = number === undefined;
    setText(part(root, "trouble-unit"), number?.label ?? "");
  };
  kind.addEventListener("change", () => {
    amount.value = String(chosen().number?.value ?? "");
    offer();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const options = { amount: Number(amount.value), forSeconds: Number(span.value) };
    void report(injectFault(faultBody(chosen(), target.value, options)));
  });
  undoAll.addEventListener("click", () => void report(undoFault()));
  etcd.addEventListener("click", () => {
    const isRunning = scene?.snapshot.isEtcdRunning === true;
    void report(askEtcd(isRunning ? "stop" : "start"));
  });
  const list = new FaultList(part(root, "faults"), (id) => void report(undoFault(id)));
  return {
    show(shown) {
      scene = shown;
      const { link, snapshot } = shown;
      const { faults, isEtcdRunning, isOwnEtcd } = snapshot;
      offer();
      list.show(faults);
      part(root, "faults-none").hidden = faults.length > 0;
      undoAll.hidden = faults.length < 2;
      setText(etcd, isEtcdRunning ? "Stop etcd" : "Start etcd");
      etcd.hidden = !isOwnEtcd;
      setAttribute(document.body, "data-etcd", isEtcdRunning ? "up" : "down");
      for (const button of root.querySelectorAll("button")) button.disabled = link !== "live";
    },
  };
}

/** The faults at work, a row each, in their order. */
class FaultList {
  readonly #list: HTMLElement;
  readonly #onUndo: (id: string) => void;
  readonly #rows = new Map<string, HTMLElement>();

  constructor(list: HTMLElement, onUndo: (id: string) => void) {
    this.#list = list;
    this.#onUndo = onUndo;
  }

  show(faults: readonly FaultSnapshot[]): void {
    const ids = new Set(faults.map(({ id }) => id));
    for (const [id, row] of this.#rows) {
      if (ids.has(id)) continue;
      row.remove();
      this.#rows.delete(id);
    }
    for (const fault of faults) {
      const row = this.#rows.get(fault.id) ?? this.#draw(fault);
      const { remainingMs } = fault;
      const left = remainingMs === null ? "" : `${Math.ceil(remainingMs / 1000)} s left`;
      setText(part(row, "left"), left);
    }
  }

  #draw({ id, words, spec }: FaultSnapshot): HTMLElement {
    const row = copyTemplate("fault-template");
    row.dataset["fault"] = id;
    row.dataset["kind"] = spec.kind;
    setText(part(row, "words"), words);
    const undo = part(row, "undo", HTMLButtonElement);
    setAttribute(undo, "aria-label", `Undo: ${words}`);
    undo.addEventListener("click", () => this.#onUndo(id));
    this.#rows.set(id, row);
    this.#list.append(row);
    return row;
  }
}
