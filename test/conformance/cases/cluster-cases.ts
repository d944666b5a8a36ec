import type { Ask } from "../caller.ts";
import type { Plain, PlainValue } from "../plain-message.ts";
import { addLearner, type Case, call, kept, type Step } from "./case.ts";

const notFound = ["NOT_FOUND", "etcdserver: member not found"] as const;
const urlExists = ["FAILED_PRECONDITION", "etcdserver: Peer URLs already exists"] as const;
const notOn34 = { "3.4": "its errors and messages are other ones" } as const;

/** Two peer URLs that nobody has had before. */
const [one, other] = [kept("peer URL 1"), kept("peer URL 2")] as const;
/** The member that is asked, once it is known. */
const [self, selfUrl] = [kept("self"), kept("peer URL")] as const;
const known: Step = {
  ask: call("MemberList"),
  keep: { self: "members.0.ID", "peer URL": "members.0.peerURLs.0" },
};
const learner = kept("learner");
/** A learner whose id is known from then on. */
const added: Step = { ask: addLearner(one), keep: { learner: "member.ID" } };

const add = (peerURLs: readonly PlainValue[], isLearner = false): Ask =>
  call("MemberAdd", { peerURLs, isLearner });
const remove = (ID: PlainValue): Ask => call("MemberRemove", { ID });
const update = (ID: PlainValue, ...peerURLs: readonly PlainValue[]): Ask =>
  call("MemberUpdate", { ID, peerURLs });
const promote = (ID: PlainValue): Ask => call("MemberPromote", { ID });
const move = (targetID: PlainValue): Ask => call("MoveLeader", { targetID });
const onlySelf: Plain = {
  header: {},
  members: [{ ID: self, name: "default", peerURLs: [selfUrl], clientURLs: "#" }],
};

/** Membership, as far as one member alone can change it. */
export const clusterCases: readonly Case[] = [
  ...[false, true].map(
    (linearizable): Case => ({
      name: `the only member is listed under a header without a revision, linearizable: ${linearizable}`,
      given: [known],
      ask: call("MemberList", { linearizable }),
      masked: ["clientURLs"],
      answer: onlySelf,
    }),
  ),
  {
    name: "a learner is added without a name and without client URLs",
    ask: addLearner(one),
    masked: ["ID", "members"],
    answer: {
      header: {},
      member: { ID: "#", peerURLs: [one], isLearner: true },
      members: "#",
    },
  },
  {
    name: "the peer URLs of a new member are put in order",
    ask: addLearner(other, one),
    masked: ["ID", "members"],
    answer: {
      header: {},
      member: { ID: "#", peerURLs: [one, other], isLearner: true },
      members: "#",
    },
  },
  ...[[], ["foo"], ["http://127.0.0.1"], ["http://127.0.0.1:1/path"], ["ftp://127.0.0.1:1"]].map(
    (peerURLs): Case => ({
      name: `${JSON.stringify(peerURLs)} are no peer URLs`,
      ask: add(peerURLs),
      refusal: ["INVALID_ARGUMENT", "etcdserver: given member URLs are invalid"],
    }),
  ),
  {
    name: "there is one learner at most",
    given: [added],
    ask: addLearner(other),
    differs: { "3.4": "a learner that has not started makes its cluster unhealthy" },
    refusal: ["FAILED_PRECONDITION", "etcdserver: too many learner members in cluster"],
  },
  ...[true, false].map(
    (isLearner): Case => ({
      name: `a member at the place of another is refused, learner: ${isLearner}`,
      given: [known],
      ask: add([other, selfUrl], isLearner),
      differs: notOn34,
      refusal: urlExists,
    }),
  ),
  {
    name: "a second member with a vote makes the cluster wait for it",
    ask: add([one]),
    isFresh: true,
    deviates: "leaderlab refuses a second voting member, with which a cluster of one stops",
    masked: ["ID", "members"],
    answer: { header: {}, member: { ID: "#", peerURLs: [one] }, members: "#" },
  },
  { name: "a member that is not there cannot be removed", ask: remove("5"), refusal: notFound },
  {
    name: "the last member that has started cannot be removed",
    given: [known],
    ask: remove(self),
    differs: notOn34,
    refusal: ["UNKNOWN", "etcdserver: re-configuration failed due to not enough started members"],
  },
  {
    name: "a learner can be removed",
    given: [known, added],
    ask: remove(learner),
    masked: ["clientURLs"],
    answer: onlySelf,
  },
  {
    name: "an id that was removed is not there any more",
    given: [added, remove(learner)],
    ask: update(learner, one),
    refusal: notFound,
  },
  {
    name: "the peer URLs of a member can be changed",
    given: [added, update(learner, other)],
    ask: addLearner(other),
    differs: { "3.4": "a learner that has not started makes its cluster unhealthy" },
    refusal: urlExists,
  },
  {
    name: "the member that is asked can be given peer URLs that are none",
    given: [known, update(self, selfUrl, "nonsense", one)],
    ask: update(self, selfUrl),
    differs: { "3.4": "it dies of that" },
    masked: ["clientURLs"],
    answer: onlySelf,
  },
  {
    name: "a learner that has not started cannot be promoted",
    given: [added],
    ask: promote(learner),
    differs: notOn34,
    refusal: [
      "FAILED_PRECONDITION",
      "etcdserver: can only promote a learner member which is in sync with leader",
    ],
  },
  {
    name: "a member cannot be moved to the place of another",
    given: [known, added],
    ask: update(learner, selfUrl),
    refusal: urlExists,
  },
  {
    name: "a member that is not there cannot be changed",
    ask: update("5", one),
    refusal: notFound,
  },
  { name: "a member that is not there cannot be promoted", ask: promote("5"), refusal: notFound },
  {
    name: "who votes already cannot be promoted",
    given: [known],
    ask: promote(self),
    refusal: ["FAILED_PRECONDITION", "etcdserver: can only promote a learner member"],
  },
  { name: "leadership moves to the leader at once", given: [known], ask: move(self), answer: {} },
  {
    name: "leadership does not move to who is not there",
    ask: move("5"),
    refusal: ["FAILED_PRECONDITION", "etcdserver: bad leader transferee"],
  },
  {
    name: "leadership does not move to a learner",
    given: [added],
    ask: move(learner),
    refusal: ["FAILED_PRECONDITION", "etcdserver: bad leader transferee"],
  },
];
