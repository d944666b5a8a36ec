package main

import (
	"crypto/sha256"
	"io"
	"strings"

	clientv3 "go.etcd.io/etcd/client/v3"
)

var clusterChecks = []check{
	{"the member tells where it is, and Sync takes it from there", func(s *scene) {
		list, err := s.client.MemberList(s.ctx)
		s.ok(err)
		s.same("members", len(list.Members), 1)
		member := list.Members[0]
		s.same("member", []any{member.Name, member.IsLearner, member.ID == list.Header.MemberId}, "[default false true]")
		s.ok(s.client.Sync(s.ctx))
		if at := s.client.Endpoints()[0]; !strings.HasSuffix(at, s.endpoints[0]) {
			s.fail("endpoint %s, not %s", at, s.endpoints[0])
		}
		s.put("k", "v")
	}},
	{"Status tells of a leader that is the member itself", func(s *scene) {
		status, err := s.client.Status(s.ctx, s.endpoints[0])
		s.ok(err)
		s.same("leader", status.Leader, status.Header.MemberId)
		s.same("errors", len(status.Errors), 0)
		if status.RaftAppliedIndex == 0 || status.DbSize == 0 || status.Version == "" {
			s.fail("%+v", status)
		}
	}},
	{"there are no alarms", func(s *scene) {
		alarms, err := s.client.AlarmList(s.ctx)
		s.ok(err)
		s.same("alarms", len(alarms.Alarms), 0)
	}},
	{"WithRequireLeader is heeded: there is a leader", func(s *scene) {
		s.put("k", "v")
		response, err := s.client.Get(clientv3.WithRequireLeader(s.ctx), s.key("k"))
		s.ok(err)
		s.same("read", s.pairs(response), "[k=v]")
		watch := s.client.Watch(clientv3.WithRequireLeader(s.ctx), s.key("k"), clientv3.WithCreatedNotify())
		s.same("watch", next(s, watch, "created").Created, true)
	}},
	{"a snapshot is a file with its own checksum at its end", func(s *scene) {
		s.put("k", "v")
		reader, err := s.client.Snapshot(s.ctx)
		s.ok(err)
		defer reader.Close()
		file, err := io.ReadAll(reader)
		s.ok(err)
		at := len(file) - sha256.Size
		s.same("what is left over of whole sectors", len(file)%512, sha256.Size)
		s.same("checksum", sha256.Sum256(file[:at]), [sha256.Size]byte(file[at:]))
	}},
	{"HashKV tells the same of a revision until it is compacted, and Defragment changes nothing", func(s *scene) {
		revision := s.put("k", "v")
		hash := func() uint32 {
			response, err := s.client.HashKV(s.ctx, s.endpoints[0], revision)
			s.ok(err)
			return response.Hash
		}
		first := hash()
		s.put("k", "w")
		_, err := s.client.Defragment(s.ctx, s.endpoints[0])
		s.ok(err)
		s.same("hash", hash(), first)
	}},
}
