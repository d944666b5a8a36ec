/** Between the wire's words for alarms and the core's. */
import type { Alarm, AlarmRequest, AlarmType } from "@leaderlab/etcd-core";
import type * as etcd from "@leaderlab/proto/etcd";
import { RpcError } from "@leaderlab/rpc";

const types: Readonly<Record<string, AlarmType | undefined>> = {
  NONE: undefined,
  NOSPACE: "noSpace",
  CORRUPT: "corrupt",
};
/** Numbers of the enum, as etcd's file holds them. */
const numbers = { noSpace: 1, corrupt: 2 } as const;
const names = { noSpace: "NOSPACE", corrupt: "CORRUPT" } as const;
const actions = { GET: "get", ACTIVATE: "activate", DEACTIVATE: "deactivate" } as const;

/** The request in the core's words. An action that etcd does not know makes it panic; here it is refused. */
export function alarmRequest(request: etcd.AlarmRequest): AlarmRequest {
  const action = actions[request.action];
  if (action === undefined) {
    throw new RpcError("INVALID_ARGUMENT", `alarm action ${request.action} would end a real etcd`);
  }
  const type = request.alarm in types ? types[request.alarm] : Number(request.alarm);
  return { action, memberId: BigInt(request.memberID), type };
}

/** What the wire calls the kind of an alarm; a number where it has no name. */
export function alarmName({ type }: Alarm): string {
  return typeof type === "number" ? String(type) : names[type];
}

/** The alarm as the wire has it. */
export function wireAlarm({ memberId, type }: Alarm): etcd.AlarmMemberInput {
  return {
    memberID: memberId.toString(),
    alarm: (typeof type === "number" ? type : names[type]) as etcd.AlarmMemberInput["alarm"],
  };
}

/** The alarm as Status words it: protobuf as text, with a space after each field. */
export function alarmText(alarm: Alarm): string {
  const member = alarm.memberId === 0n ? "" : `memberID:${alarm.memberId} `;
  return `${member}alarm:${alarmName(alarm)} `;
}

/** The kind of an alarm as a number. */
export function alarmNumber(type: AlarmType): number {
  return typeof type === "number" ? type : numbers[type];
}

/** The kind of an alarm that a number stands for. */
export function alarmTypeOf(number: number): AlarmType {
  if (number === numbers.noSpace) return "noSpace";
  return number === numbers.corrupt ? "corrupt" : number;
}
