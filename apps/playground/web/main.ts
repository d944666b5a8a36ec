import { createConnectionView } from "./connection-view.ts";
import { electionQueue } from "./election-queue.ts";
import { Frames } from "./frames.ts";
import { Lab } from "./lab.ts";
import { createLeaderView } from "./leader-view.ts";
import { followLab } from "./live-feed.ts";
import { askNode } from "./node-actions.ts";
import { createNodesView } from "./nodes-view.ts";
import { createQueueView } from "./queue-view.ts";
import type { View } from "./scene.ts";
import { createTimeView } from "./time-view.ts";
import { createTimelineView } from "./timeline-view.ts";
import { createTroubleView } from "./trouble-view.ts";

/**
 * The page: the server's news go into the lab, each change of the lab is shown by every view, and what moves by itself
 * is drawn with each frame.
 *
 *     live-feed ──► lab ──► views          frames ──► views
 *                           clicks ──► node-actions ──► the server
 *
 * A further region of the page is a further view in the list below and its markup in index.html.
 */
const lab = new Lab();
const frames = new Frames();

const connection = createConnectionView(lab);
const views: readonly View[] = [
  createLeaderView(askNode),
  createTroubleView(),
  createTimeView(),
  createQueueView(frames),
  createNodesView(askNode, frames),
  createTimelineView(),
];

lab.onChange(() => {
  connection.show();
  const { link, snapshot } = lab;
  if (snapshot === undefined) return;
  const queue = electionQueue(snapshot);
  for (const view of views) view.show({ lab, link, snapshot, queue });
});
frames.onFrame((nowMs) => {
  if (lab.link !== "live") return;
  const labMs = lab.labTime(nowMs);
  for (const view of views) view.draw?.(labMs);
});
frames.start();
followLab("api/events", lab, frames);
