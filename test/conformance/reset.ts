import { answerOf, type Caller, revisionOf } from "./caller.ts";
import { stepsOf } from "./case-run.ts";
import { type Case, call, del, everything, leases, put } from "./cases/case.ts";
import type { Step } from "./cases/step.ts";
import type { Plain } from "./plain-message.ts";

/** What root's password is in every case that turns authentication on. */
const rootPassword = "root";

/**
 * Takes away what a case has left behind, but for the history. Rejects when it cannot: the server is of no use
 * for further cases then.
 */
export async function cleanUp(one: Case, caller: Caller): Promise<void> {
  const touched = stepsOf(one).map(wordOf).join("\n");
  if (/^(Auth|User|Role)|\/v3\/auth/m.test(touched)) await withoutAuth(caller);
  if (/^Alarm|maintenance\/alarm/m.test(touched)) await withoutAlarms(caller);
  if (/^Member(Add|Remove)|member\/(add|remove)/m.test(touched)) await withoutMembers(caller);
}

/**
 * Empties the store but for its history; resolves with how far its revision is from a fresh store's. A store that is
 * fresh is written to, because a watch tape needs a revision that something was written at.
 */
export async function emptied(caller: Caller): Promise<number> {
  for (const { ID } of list(await answerOf(caller, leases), "leases")) {
    await answerOf(caller, call("LeaseRevoke", { ID: ID ?? 0 }));
  }
  const revision = revisionOf(await answerOf(caller, del(everything)));
  if (revision > 1) return revision - 1;
  await answerOf(caller, put("k", ""));
  return emptied(caller);
}

async function withoutAuth(caller: Caller): Promise<void> {
  const login = await caller(call("Authenticate", { name: "root", password: rootPassword }));
  if ("answer" in login) {
    await answerOf(caller, call("AuthDisable"), String(login.answer["token"]));
  }
  const users = (await answerOf(caller, call("UserList")))["users"] ?? [];
  for (const name of users as string[]) await answerOf(caller, call("UserDelete", { name }));
  const roles = (await answerOf(caller, call("RoleList")))["roles"] ?? [];
  for (const role of roles as string[]) await answerOf(caller, call("RoleDelete", { role }));
}

async function withoutAlarms(caller: Caller): Promise<void> {
  const raised = await answerOf(caller, call("Alarm", { action: "GET" }));
  for (const alarm of list(raised, "alarms")) {
    await answerOf(caller, call("Alarm", { ...alarm, action: "DEACTIVATE" }));
  }
}

/** The member itself is the one that answers. */
async function withoutMembers(caller: Caller): Promise<void> {
  const listed = await answerOf(caller, call("MemberList"));
  const own = (listed["header"] as Plain)["member_id"];
  for (const { ID } of list(listed, "members")) {
    if (ID !== own) await answerOf(caller, call("MemberRemove", { ID: ID ?? 0 }));
  }
}

const list = (answer: Plain, field: string) => (answer[field] ?? []) as readonly Plain[];

function wordOf(step: Step): string {
  if ("rpc" in step) return step.rpc;
  if ("ask" in step) return step.ask.rpc;
  return "http" in step ? step.http.path : "";
}
