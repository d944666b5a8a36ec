package main

import (
	"context"
	"fmt"
	"strings"

	"go.etcd.io/etcd/api/v3/v3rpc/rpctypes"
	clientv3 "go.etcd.io/etcd/client/v3"
)

// told gives the events of a response as "PUT key=value".
func (s *scene) told(response clientv3.WatchResponse) []string {
	s.ok(response.Err())
	events := []string{}
	for _, event := range response.Events {
		words := fmt.Sprintf("%s %s", event.Type, strings.TrimPrefix(string(event.Kv.Key), s.prefix))
		if event.Type == clientv3.EventTypePut {
			words += "=" + string(event.Kv.Value)
		}
		if event.PrevKv != nil {
			words += " was " + string(event.PrevKv.Value)
		}
		events = append(events, words)
	}
	return events
}

var watchChecks = []check{
	{"a watch tells puts and deletes as they come", func(s *scene) {
		watch := s.client.Watch(s.ctx, s.key("k"), clientv3.WithPrefix(), clientv3.WithCreatedNotify())
		s.same("created", next(s, watch, "created").Created, true)
		s.put("k1", "a")
		s.same("put", s.told(next(s, watch, "put")), "[PUT k1=a]")
		_, err := s.client.Delete(s.ctx, s.key("k1"))
		s.ok(err)
		s.same("delete", s.told(next(s, watch, "delete")), "[DELETE k1]")
	}},
	{"WithRev tells the past first", func(s *scene) {
		first := s.put("k", "1")
		s.put("k", "2")
		watch := s.client.Watch(s.ctx, s.key("k"), clientv3.WithRev(first))
		s.same("past", s.told(next(s, watch, "past")), "[PUT k=1 PUT k=2]")
		s.put("k", "3")
		s.same("present", s.told(next(s, watch, "present")), "[PUT k=3]")
	}},
	{"WithPrevKV and filters", func(s *scene) {
		s.put("k", "1")
		puts := s.client.Watch(s.ctx, s.key("k"), clientv3.WithPrevKV(), clientv3.WithFilterDelete(), clientv3.WithCreatedNotify())
		deletes := s.client.Watch(s.ctx, s.key("k"), clientv3.WithPrevKV(), clientv3.WithFilterPut(), clientv3.WithCreatedNotify())
		next(s, puts, "created")
		next(s, deletes, "created")
		s.put("k", "2")
		_, err := s.client.Delete(s.ctx, s.key("k"))
		s.ok(err)
		s.same("put", s.told(next(s, puts, "put")), "[PUT k=2 was 1]")
		s.same("delete", s.told(next(s, deletes, "delete")), "[DELETE k was 2]")
	}},
	{"the events of a transaction come in one response", func(s *scene) {
		watch := s.client.Watch(s.ctx, s.prefix, clientv3.WithPrefix(), clientv3.WithCreatedNotify())
		next(s, watch, "created")
		_, err := s.client.Txn(s.ctx).Then(
			clientv3.OpPut(s.key("b"), "1"),
			clientv3.OpPut(s.key("a"), "2"),
		).Commit()
		s.ok(err)
		s.same("told", s.told(next(s, watch, "txn")), "[PUT b=1 PUT a=2]")
	}},
	{"a watch from what is compacted ends with ErrCompacted and says from where to go on", func(s *scene) {
		first := s.put("k", "1")
		second := s.put("k", "2")
		_, err := s.client.Compact(s.ctx, second, clientv3.WithCompactPhysical())
		s.ok(err)
		watch := s.client.Watch(s.ctx, s.key("k"), clientv3.WithRev(first))
		response := next(s, watch, "canceled")
		s.refused(response.Err(), rpctypes.ErrCompacted)
		s.same("compacted", response.CompactRevision, second)
		closed(s, watch, "watch")
		again := s.client.Watch(s.ctx, s.key("k"), clientv3.WithRev(response.CompactRevision))
		s.same("again", s.told(next(s, again, "again")), "[PUT k=2]")
	}},
	{"a watch ends with its context, and the others of its client go on", func(s *scene) {
		ctx, cancel := context.WithCancel(s.ctx)
		ended := s.client.Watch(ctx, s.key("k"), clientv3.WithCreatedNotify())
		stays := s.client.Watch(s.ctx, s.key("k"), clientv3.WithCreatedNotify())
		next(s, ended, "created")
		next(s, stays, "created")
		cancel()
		closed(s, ended, "canceled")
		s.put("k", "1")
		s.same("stays", s.told(next(s, stays, "put")), "[PUT k=1]")
	}},
	{"RequestProgress is answered with the store's revision", func(s *scene) {
		watch := s.client.Watch(s.ctx, s.key("k"), clientv3.WithCreatedNotify())
		next(s, watch, "created")
		revision := s.put("other", "")
		s.ok(s.client.RequestProgress(s.ctx))
		response := next(s, watch, "progress")
		s.same("progress", response.IsProgressNotify(), true)
		if response.Header.Revision < revision {
			s.fail("revision %d is before %d", response.Header.Revision, revision)
		}
	}},
	{"WithFragment brings a large change whole", func(s *scene) {
		large := strings.Repeat("x", 900*1024)
		for _, name := range []string{"a", "b", "c"} {
			s.put(name, large)
		}
		watch := s.client.Watch(s.ctx, s.prefix, clientv3.WithPrefix(), clientv3.WithPrevKV(), clientv3.WithFragment(), clientv3.WithCreatedNotify())
		next(s, watch, "created")
		_, err := s.client.Delete(s.ctx, s.prefix, clientv3.WithPrefix())
		s.ok(err)
		response := next(s, watch, "deletes")
		s.same("events", []any{len(response.Events), len(response.Events[2].PrevKv.Value)}, []any{3, len(large)})
	}},
	{"a hundred watches of one client are told each of its own key", func(s *scene) {
		watches := []clientv3.WatchChan{}
		for i := 0; i < 100; i++ {
			watch := s.client.Watch(s.ctx, s.key(fmt.Sprint("k", i)), clientv3.WithCreatedNotify())
			next(s, watch, "created")
			watches = append(watches, watch)
		}
		for i := range watches {
			s.put(fmt.Sprint("k", i), fmt.Sprint(i))
		}
		for i, watch := range watches {
			s.same("told", s.told(next(s, watch, "put")), fmt.Sprintf("[PUT k%d=%d]", i, i))
		}
	}},
}
