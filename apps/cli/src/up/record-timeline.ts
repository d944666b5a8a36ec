import { appendFileSync, writeFileSync } from "node:fs";
import { type Timeline, timelineEventLine, timelineHeaderLine } from "@leaderlab/cluster";

/** Begins a timeline file with its header. Returns what is wrong when it cannot be written. */
export function beginTimelineFile(path: string): string | undefined {
  try {
    writeFileSync(path, timelineHeaderLine());
    return undefined;
  } catch (error) {
    return `--timeline: ${(error as Error).message}`;
  }
}

/**
 * Appends to a file what has happened, and from now on what happens, each event before anything follows from it: a
 * crash of this process loses none. When the file can no longer be written, that is told once and recording ends.
 */
export function recordTimeline(
  timeline: Timeline,
  path: string,
  onProblem: (problem: string) => void,
): void {
  appendFileSync(path, timeline.events.map(timelineEventLine).join(""));
  const stop = timeline.onEvent((event) => {
    try {
      appendFileSync(path, timelineEventLine(event));
    } catch (error) {
      stop();
      onProblem(`the timeline is no longer recorded: ${(error as Error).message}`);
    }
  });
}
