import { copyOnClick } from "./copy-button.ts";
import type { Lab, Link } from "./lab.ts";
import { leadersOf } from "./node-role.ts";
import { part, setAttribute, setText } from "./page-parts.ts";

const linkNames: { readonly [L in Link]: string } = {
  connecting: "Connecting",
  live: "Live",
  gone: "Disconnected",
};

/** What the page as a whole shows: whether it is connected, the facts of the lab, the title of its tab. */
export function createConnectionView(lab: Lab): { show(): void } {
  const etcd = part(document, "etcd");
  const copyEtcd = part(document, "copy-etcd", HTMLButtonElement);
  copyOnClick(copyEtcd, () => etcd.textContent);
  return {
    show() {
      const { link, snapshot } = lab;
      setAttribute(document.body, "data-link", link);
      setText(part(document, "link"), linkNames[link]);
      part(document, "gone").hidden = link !== "gone";
      part(document, "gone-past").hidden = snapshot === undefined;
      part(document, "waiting").hidden = snapshot !== undefined || link === "gone";
      part(document, "main").hidden = snapshot === undefined;
      copyEtcd.hidden = snapshot === undefined;
      if (snapshot !== undefined) {
        setText(etcd, snapshot.etcdEndpoints.join(","));
        setText(part(document, "ttl"), `${snapshot.sessionTtlSeconds} s`);
      }
      document.title = `${titleOf(lab)} · leaderlab`;
    },
  };
}

function titleOf({ link, snapshot }: Lab): string {
  if (link !== "live" || snapshot === undefined) return linkNames[link];
  const names = leadersOf(snapshot.nodes).map(({ name }) => name);
  if (names.length === 0) return "No leader";
  return names.length === 1 ? `${names.join()} leads` : `${names.join(" and ")} lead`;
}
