import type { Clock } from "@leaderlab/clock";
import type { Member } from "@leaderlab/etcd-core";
import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement, RpcError } from "@leaderlab/rpc";
import { addedMemberId } from "../member-identity.ts";
import { readPeerUrls } from "../peer-urls.ts";
import type { Store } from "../store.ts";

/**
 * etcd's Cluster service for a cluster of which one member has started. Learners can be added, listed, changed and
 * removed; none ever catches up. A second member with a vote is refused, because the cluster would wait for it before
 * it took another write, as a real one does until that member has started.
 */
export function createClusterService(store: Store, clock: Pick<Clock, "unixNow">): Implementation {
  const { apply, bareHeader, core } = store;
  const all = () => ({ header: bareHeader, members: core.members.list().map(wireMember) });
  return implement(etcd.cluster, {
    MemberList: all,
    MemberAdd(request, call) {
      const peerUrls = readPeerUrls(request.peerURLs);
      const id = addedMemberId(peerUrls, Math.floor(clock.unixNow() / 1000));
      const member = { id, name: "", peerUrls, clientUrls: [], isLearner: request.isLearner };
      apply(call, ({ members }) => {
        if (!request.isLearner) refuseVoter(() => members.requireAddable(member));
        members.add(member);
      });
      return { ...all(), member: wireMember(member) };
    },
    MemberRemove(request, call) {
      apply(call, ({ members }) => members.remove(BigInt(request.ID)));
      return all();
    },
    MemberUpdate({ ID, peerURLs }, call) {
      // etcd takes anything for its own URLs; another member's, if they are none, end it.
      if (ID !== bareHeader.member_id && core.members.get(BigInt(ID))) readPeerUrls(peerURLs);
      apply(call, ({ members }) => members.update(BigInt(ID), peerURLs));
      return all();
    },
    MemberPromote(request, call) {
      apply(call, ({ members }) => members.promote(BigInt(request.ID)));
      return all();
    },
  });
}

/** What etcd would refuse anyway is refused in its words. */
function refuseVoter(require: () => void): never {
  require();
  throw new RpcError(
    "UNIMPLEMENTED",
    "leaderlab does not simulate a second voting member, with which etcd would stop until that member has started; add a learner (isLearner, etcdctl member add --learner)",
  );
}

function wireMember(member: Member): etcd.MemberInput {
  return {
    ID: member.id.toString(),
    name: member.name,
    peerURLs: member.peerUrls,
    clientURLs: member.clientUrls,
    isLearner: member.isLearner,
  };
}
