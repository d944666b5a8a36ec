import { etcdVerb } from "./etcd-verb.ts";
import { faultsVerb, faultVerb, healVerb } from "./fault-verbs.ts";
import { invariantsVerb } from "./invariants-verb.ts";
import type { LabVerb } from "./lab-verb.ts";
import { nodeVerb } from "./node-verb.ts";
import { timeVerb } from "./time-verb.ts";

/** What a running playground can be asked for, by the command's name. */
export const labVerbs = {
  kill: nodeVerb(
    "kill",
    "Ends a node's process as kill -9 does: it cannot resign, so its lease must run out.",
  ),
  stop: nodeVerb(
    "stop",
    "Stops a node as SIGTERM does: a leader resigns, a waiting node's key stays.",
  ),
  start: nodeVerb("start", "Starts a node that does not run: it joins the queue at the end."),
  restart: nodeVerb("restart", "Stops a node if it runs, then starts it anew."),
  pause: nodeVerb("pause", "Freezes a node's process as SIGSTOP does."),
  resume: nodeVerb("resume", "Lets a frozen node go on, as SIGCONT does."),
  fault: faultVerb,
  faults: faultsVerb,
  heal: healVerb,
  invariants: invariantsVerb,
  time: timeVerb,
  "etcd-stop": etcdVerb("stop", "Ends the lab's etcd as a crash does. It keeps its state."),
  "etcd-start": etcdVerb(
    "start",
    "Starts the lab's etcd again: every lease has its whole TTL, as with the real one.",
  ),
} satisfies { readonly [name: string]: LabVerb };

/** The name of a verb. */
export type LabVerbName = keyof typeof labVerbs;
