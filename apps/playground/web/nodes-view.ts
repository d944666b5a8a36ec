import type { Frames } from "./frames.ts";
import { NodeCard } from "./node-card.ts";
import { part } from "./page-parts.ts";
import type { Act, Scene, View } from "./scene.ts";

/** With more nodes than this, cards and keys are drawn smaller: the wallet state is one line instead of a list. */
const mostRoomyCards = 4;

/** One card per node, in the order of the nodes' names. */
export function createNodesView(act: Act, frames: Frames): View {
  const main = part(document, "main");
  const grid = part(document, "nodes");
  const cards = new Map<string, NodeCard>();
  return {
    show(scene: Scene) {
      const { nodes } = scene.snapshot;
      main.dataset["density"] = nodes.length > mostRoomyCards ? "compact" : "roomy";
      for (const node of nodes) {
        let card = cards.get(node.name);
        if (card === undefined) {
          card = new NodeCard(node, act);
          cards.set(node.name, card);
          grid.append(card.element);
        }
        card.show(node, scene);
      }
      const names = new Set(nodes.map(({ name }) => name));
      for (const [name, card] of cards) {
        if (names.has(name)) continue;
        card.element.remove();
        cards.delete(name);
      }
    },
    draw(labMs) {
      for (const card of cards.values()) card.draw(labMs, frames.isCalm);
    },
  };
}
