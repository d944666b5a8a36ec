package main

import (
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
}

var authChecks = []check{}
