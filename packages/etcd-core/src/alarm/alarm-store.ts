import { EtcdError } from "../errors.ts";

/** What an alarm is about; a number is a kind that etcd has no name for, but keeps all the same. */
export type AlarmType = "noSpace" | "corrupt" | number;

/** An alarm that a member has raised, or that was raised in its name. */
export interface Alarm {
  readonly memberId: bigint;
  readonly type: AlarmType;
}

/**
 * The alarms that are active. A member has at most one of each kind, and nobody checks that there is
 * such a member.
 *
 * Mirrors: AlarmStore in etcd server/etcdserver/api/v3alarm/alarms.go. Deviates: alarms are listed in
 * the order in which they were raised, those of etcd in any order.
 */
export class AlarmStore {
  #alarms: readonly Alarm[] = [];

  /** All, or those of one kind. */
  list(type?: AlarmType): readonly Alarm[] {
    return type === undefined ? this.#alarms : this.#alarms.filter((alarm) => alarm.type === type);
  }

  has(type: AlarmType): boolean {
    return this.#alarms.some((alarm) => alarm.type === type);
  }

  /** Whether it is known that the store is not what it should be. */
  get isCorrupt(): boolean {
    return this.has("corrupt");
  }

  /** Throws `corrupt`. */
  requireSound(): void {
    if (this.isCorrupt) throw new EtcdError("corrupt");
  }

  /** Throws `corrupt` and `noSpace`. */
  requireRoom(): void {
    this.requireSound();
    if (this.has("noSpace")) throw new EtcdError("noSpace");
  }

  /** Raises an alarm, if it is not raised yet. */
  activate(alarm: Alarm): void {
    if (!this.#alarms.some((active) => isSame(active, alarm))) {
      this.#alarms = [...this.#alarms, alarm];
    }
  }

  /** Ends an alarm; false when there is no such one. */
  deactivate(alarm: Alarm): boolean {
    const rest = this.#alarms.filter((active) => !isSame(active, alarm));
    const wasActive = rest.length < this.#alarms.length;
    this.#alarms = rest;
    return wasActive;
  }

  restore(alarms: readonly Alarm[]): void {
    this.#alarms = [...alarms];
  }
}

function isSame(a: Alarm, b: Alarm): boolean {
  return a.memberId === b.memberId && a.type === b.type;
}
