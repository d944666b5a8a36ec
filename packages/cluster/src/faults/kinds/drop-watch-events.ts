import { defineLinkFault } from "../link-fault.ts";

/** A watcher that is told nothing, and cannot know: a follower that does not see its predecessor go. */
export const dropWatchEvents = defineLinkFault({
  kind: "dropWatchEvents",
  fields: {},
  summary: "events of watches do not arrive, all else does",
  says: () => "loses the events of watches",
  toxic: () => ({
    readsContent: true,
    openJudge:
      () =>
      ({ content }) =>
        content?.kind === "watchEvents" ? "lose" : "pass",
  }),
});
