import { EtcdError } from "../errors.ts";
import type { Member, MembershipState } from "./member.ts";

export interface MembershipOptions {
  /** The member that this store is. */
  readonly self: Member;
  /** Default 1. */
  readonly maxLearners?: number;
  /** Counts a change that goes through the log, and makes it. */
  readonly propose: (apply: () => void) => void;
}

/**
 * The members of a cluster of which only one has started. Others can be put on the list and taken
 * off it; as they never catch up, none can be promoted.
 *
 * Mirrors: RaftCluster in etcd server/etcdserver/api/membership/cluster.go, and the checks before it
 * in server.go.
 */
export class Membership {
  readonly #options: MembershipOptions;
  #members: ReadonlyMap<bigint, Member>;
  #removed: ReadonlySet<bigint> = new Set();

  constructor(options: MembershipOptions) {
    this.#options = options;
    this.#members = new Map([[options.self.id, options.self]]);
  }

  /** All members, the lowest id first. */
  list(): readonly Member[] {
    return [...this.#members.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  get(id: bigint): Member | undefined {
    return this.#members.get(id);
  }

  /** Throws what `requireAddable` throws. */
  add(member: Member): void {
    this.#options.propose(() => {
      this.requireAddable(member);
      this.#put(member);
    });
  }

  /** Throws `memberNotFound` (for an id that was removed), `memberExists`, `peerUrlExists` and `tooManyLearners`. */
  requireAddable(member: Member): void {
    this.#requireNotRemoved(member.id);
    if (this.#members.has(member.id)) throw new EtcdError("memberExists");
    this.#requireFreeUrls(member);
    const learners = this.list().filter(({ isLearner }) => isLearner).length;
    if (member.isLearner && learners >= (this.#options.maxLearners ?? 1)) {
      throw new EtcdError("tooManyLearners");
    }
  }

  /** Throws `notEnoughStarted` for the only one that has started, and `memberNotFound`. */
  remove(id: bigint): void {
    if (id === this.#options.self.id) throw new EtcdError("notEnoughStarted");
    this.#options.propose(() => {
      this.#require(id);
      this.#members = new Map([...this.#members].filter(([other]) => other !== id));
      this.#removed = new Set([...this.#removed, id]);
    });
  }

  /** Any text is taken for a URL, as etcd takes it. Throws `memberNotFound` and `peerUrlExists`. */
  update(id: bigint, peerUrls: readonly string[]): void {
    this.#options.propose(() => {
      const member = { ...this.#require(id), peerUrls };
      this.#requireFreeUrls(member);
      this.#put(member);
    });
  }

  /** Never succeeds: throws `memberNotFound`, `notLearner` or `learnerNotReady`. */
  promote(id: bigint): never {
    const member = this.#members.get(id);
    if (member === undefined) throw new EtcdError("memberNotFound");
    if (member.isLearner) throw new EtcdError("learnerNotReady");
    this.#options.propose(() => {});
    throw new EtcdError("notLearner");
  }

  /** What the member says of itself when it starts. */
  publish(name: string, clientUrls: readonly string[]): void {
    const self = this.#members.get(this.#options.self.id) ?? this.#options.self;
    this.#put({ ...self, name, clientUrls });
  }

  export(): MembershipState {
    return { members: this.list(), removedIds: [...this.#removed] };
  }

  /** Replaces the membership; the member that this store is stays on the list, as it is now. */
  restore({ members, removedIds }: MembershipState): void {
    const self = this.#members.get(this.#options.self.id) ?? this.#options.self;
    const others = members.filter(({ id }) => id !== self.id);
    const own = members.find(({ id }) => id === self.id);
    const peerUrls = own?.peerUrls ?? self.peerUrls;
    this.#members = new Map([...others, { ...self, peerUrls }].map((one) => [one.id, one]));
    this.#removed = new Set(removedIds);
  }

  #put(member: Member): void {
    this.#members = new Map([...this.#members, [member.id, member]]);
  }

  #require(id: bigint): Member {
    this.#requireNotRemoved(id);
    const member = this.#members.get(id);
    if (member === undefined) throw new EtcdError("memberNotFound");
    return member;
  }

  #requireNotRemoved(id: bigint): void {
    if (this.#removed.has(id)) throw new EtcdError("memberNotFound");
  }

  #requireFreeUrls({ id, peerUrls }: Member): void {
    const others = this.list().filter((other) => other.id !== id);
    const taken = new Set(others.flatMap((other) => other.peerUrls));
    if (peerUrls.some((url) => taken.has(url))) throw new EtcdError("peerUrlExists");
  }
}
