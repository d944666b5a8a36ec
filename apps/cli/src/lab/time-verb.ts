import { UsageError } from "../usage-error.ts";
import { parseMs } from "./duration.ts";
import type { LabVerb } from "./lab-verb.ts";

interface TimeReply {
  readonly mode: string;
  readonly speed: number;
}

/** `leaderlab time`: looks at the cluster's time, and steers it. */
export const timeVerb: LabVerb = {
  usage: `Usage: leaderlab time [pause|resume|step|advance DURATION|speed X]

Shows how time goes in a running playground, or steers it.

  pause               Time stands still: leases do not run out, requests are answered.
  resume              It goes on, as fast as before.
  step                While it stands still: on to the next timer, whatever that is.
  advance DURATION    While it stands still: on by so much, with all that happens on the way.
  speed X             X times as fast as this machine's, from 0 to 1000.
`,
  flags: {},
  async run({ api, words }) {
    const body = bodyOf(words);
    const reply =
      body === undefined
        ? await api.get<TimeReply>("time")
        : await api.post<TimeReply>("time", body);
    const { mode, speed } = reply;
    const text =
      speed === 0 ? "time stands still" : speed === 1 ? "real time" : `${speed} × real time`;
    return { json: { mode, speed }, text };
  },
};

function bodyOf(words: readonly string[]): object | undefined {
  const [action, value, ...more] = words;
  if (action === undefined) return undefined;
  const takesValue = action === "advance" || action === "speed";
  if (more.length === 0 && takesValue === (value !== undefined)) {
    if (action === "advance") return { action, ms: parseMs("advance", value ?? "") };
    if (action === "speed") return { action, speed: speedOf(value ?? "") };
    if (["pause", "resume", "step"].includes(action)) return { action };
  }
  throw new UsageError("it takes nothing, or pause, resume, step, advance DURATION, speed X");
}

function speedOf(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new UsageError(`speed takes a number from 0 to 1000, not "${text}"`);
}
