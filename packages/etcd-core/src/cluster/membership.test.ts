import assert from "node:assert/strict";
import { test } from "node:test";
import { Membership } from "./membership.ts";

const self = { id: 5n, name: "one", peerUrls: ["http://a:1"], clientUrls: [], isLearner: false };
const learner = (id: bigint, url: string) => ({
  id,
  name: "",
  peerUrls: [url],
  clientUrls: [],
  isLearner: true,
});

function createMembership() {
  let proposals = 0;
  const propose = (apply: () => void) => {
    proposals += 1;
    apply();
  };
  const members = new Membership({ self, maxLearners: 2, propose });
  return { members, proposals: () => proposals };
}

test("members are listed by their ids as unsigned numbers", () => {
  const { members } = createMembership();
  members.add(learner(2n ** 63n, "http://b:1"));
  members.add(learner(4n, "http://c:1"));
  assert.deepEqual(
    members.list().map(({ id }) => id),
    [4n, 5n, 2n ** 63n],
  );
});

test("an id that is there, and one that was removed, cannot be added", () => {
  const { members } = createMembership();
  members.add(learner(4n, "http://b:1"));
  assert.throws(() => members.add(learner(4n, "http://c:1")), { reason: "memberExists" });
  members.remove(4n);
  assert.throws(() => members.add(learner(4n, "http://c:1")), { reason: "memberNotFound" });
  assert.throws(() => members.update(4n, []), { reason: "memberNotFound" });
});

test("a change that is refused when it is applied went through the log, others did not", () => {
  const { members, proposals } = createMembership();
  assert.throws(() => members.remove(9n), { reason: "memberNotFound" });
  assert.throws(() => members.promote(5n), { reason: "notLearner" });
  assert.equal(proposals(), 2);
  assert.throws(() => members.remove(5n), { reason: "notEnoughStarted" });
  assert.throws(() => members.promote(9n), { reason: "memberNotFound" });
  assert.equal(proposals(), 2);
});

test("a membership that is restored keeps who the member itself is", () => {
  const [{ members }, { members: restored }] = [createMembership(), createMembership()];
  members.add(learner(4n, "http://b:1"));
  members.add(learner(6n, "http://c:1"));
  members.remove(6n);
  members.publish("other name", ["http://a:2"]);
  restored.publish("own name", ["http://a:3"]);
  restored.restore(members.export());
  assert.deepEqual(
    restored.list().map(({ id, name, clientUrls }) => [id, name, clientUrls]),
    [
      [4n, "", []],
      [5n, "own name", ["http://a:3"]],
    ],
  );
  assert.throws(() => restored.add(learner(6n, "http://d:1")), { reason: "memberNotFound" });
});
