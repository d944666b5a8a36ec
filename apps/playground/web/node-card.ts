import { copyOnClick } from "./copy-button.ts";
import { LeaseMeter } from "./lease-meter.ts";
import { holdNode } from "./node-actions.ts";
import { drawNodeButtons } from "./node-buttons.ts";
import { allowedActions, describeRole, isUp, roleOf } from "./node-role.ts";
import { NodeTrouble } from "./node-trouble.ts";
import { copyTemplate, part, setAttribute, setEnabled, setText } from "./page-parts.ts";
import type { Act, Scene } from "./scene.ts";
import { curlState, lncliState } from "./shell-lines.ts";
import { stateMeanings, statePath, stepStanding } from "./state-path.ts";
import type { NodeAction, NodeSnapshot, WalletState } from "./wire.ts";

/** The card of one node: what it is, where it stands, its lease, its addresses, its buttons. */
export class NodeCard {
  readonly element = copyTemplate("node-template");
  readonly #act: Act;
  readonly #buttons: ReadonlyMap<NodeAction, HTMLButtonElement>;
  readonly #steps: readonly HTMLElement[];
  readonly #hold: HTMLSelectElement;
  readonly #refusal = part(this.element, "refusal");
  readonly #meter = new LeaseMeter({
    fill: part(this.element, "fill"),
    label: part(this.element, "left"),
  });
  readonly #trouble = new NodeTrouble(this.element);
  #node: NodeSnapshot;
  #isBusy = false;
  #isLive = true;

  constructor(node: NodeSnapshot, act: Act) {
    this.#node = node;
    this.#act = act;
    const { element } = this;
    element.dataset["node"] = node.name;
    setAttribute(element, "aria-label", node.name);
    setText(part(element, "name"), node.name);
    this.#steps = statePath.map(drawStep);
    part(element, "path").append(...this.#steps);
    this.#buttons = drawNodeButtons(node.name);
    part(element, "actions").append(...this.#buttons.values());
    for (const [action, button] of this.#buttons) {
      button.addEventListener("click", () => this.#press(action));
    }
    this.#hold = part(element, "hold", HTMLSelectElement);
    this.#hold.append(...holdableStates.map((state) => new Option(state, state)));
    setAttribute(this.#hold, "aria-label", `Hold ${node.name} in a state`);
    this.#hold.addEventListener("change", () => this.#holdIn(this.#hold.value));
    this.#offerCopies();
  }

  /** Shows the node as it is now. */
  show(node: NodeSnapshot, { lab, link, snapshot, queue }: Scene): void {
    const { element } = this;
    if (node.status !== this.#node.status) setText(this.#refusal, "");
    this.#node = node;
    this.#isLive = link === "live";
    setAttribute(element, "data-role", roleOf(node));
    setAttribute(element, "data-status", node.status);
    setAttribute(element, "data-state", node.state ?? "");
    setAttribute(element, "data-paused", node.isPaused ? "" : undefined);
    this.#trouble.show(node.name, snapshot.faults, this.#isLive);
    setText(part(element, "role"), describeRole(node));
    showPath(this.#steps, node.state);
    const deadlineMs = node.lease === null ? undefined : lab.leaseDeadline(node.lease);
    const hasLease = deadlineMs !== undefined;
    const hasKey = queue.some(({ lease }) => lease === node.lease);
    this.#meter.set(deadlineMs, snapshot.sessionTtlSeconds);
    setText(part(element, "lease"), hasLease ? (node.lease ?? "") : "none");
    setText(part(element, "lease-note"), tellLease(node, hasLease, hasKey));
    if (document.activeElement !== this.#hold) this.#hold.value = node.knobs.holdIn ?? "";
    setText(part(element, "rest"), node.restAddress);
    setText(part(element, "rpc"), node.rpcAddress);
    this.#enableButtons();
  }

  /** Draws what moves between two snapshots. */
  draw(nowMs: number, isCalm: boolean): void {
    this.#meter.draw(nowMs, isCalm);
  }

  async #press(action: NodeAction): Promise<void> {
    this.#isBusy = true;
    setText(this.#refusal, "");
    this.#enableButtons();
    const refusal = await this.#act(this.#node.name, action);
    this.#isBusy = false;
    setText(this.#refusal, refusal ?? "");
    this.#enableButtons();
  }

  async #holdIn(state: string): Promise<void> {
    const refusal = await holdNode(this.#node.name, state === "" ? null : (state as WalletState));
    setText(this.#refusal, refusal ?? "");
    this.#hold.blur();
  }

  #enableButtons(): void {
    const allowed = allowedActions(this.#node);
    for (const [action, button] of this.#buttons) {
      const isEnabled = this.#isLive && !this.#isBusy && allowed.has(action);
      setEnabled(button, isEnabled, this.element);
    }
  }

  #offerCopies(): void {
    const { name } = this.#node;
    const curl = part(this.element, "copy-curl", HTMLButtonElement);
    setAttribute(curl, "aria-label", `Copy a curl line for the state of ${name}`);
    copyOnClick(curl, () => curlState(this.#node));
    const lncli = part(this.element, "copy-lncli", HTMLButtonElement);
    setAttribute(lncli, "aria-label", `Copy an lncli line for the state of ${name}`);
    copyOnClick(lncli, () => lncliState(this.#node));
  }
}

/** A node cannot be held in its last state: it is there. */
const holdableStates = statePath.flat().filter((state) => state !== "SERVER_ACTIVE");

function drawStep(states: readonly WalletState[]): HTMLElement {
  const step = document.createElement("li");
  for (const state of states) {
    const name = document.createElement("span");
    name.dataset["name"] = state;
    name.title = stateMeanings[state];
    setText(name, state);
    step.append(name);
  }
  return step;
}

function showPath(steps: readonly HTMLElement[], state: WalletState | null): void {
  for (const [index, step] of steps.entries()) {
    const standing = stepStanding(index, state);
    setAttribute(step, "data-standing", standing);
    setAttribute(step, "aria-current", standing === "now" ? "step" : undefined);
    for (const name of step.querySelectorAll("[data-name]")) {
      setAttribute(name, "data-now", name.textContent === state ? "" : undefined);
    }
  }
}

function tellLease(node: NodeSnapshot, hasLease: boolean, hasKey: boolean): string {
  if (!hasLease) return isUp(node) ? "Asking etcd for one" : "No lease, so no key";
  if (!hasKey) return isUp(node) ? "No key yet" : "It resigned: its key is gone already";
  return isUp(node) ? "Kept alive by the process" : "Runs out, and its key with it";
}
