package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/concurrency"
)

func (s *scene) session(seconds int) *concurrency.Session {
	session, err := concurrency.NewSession(s.client, concurrency.WithTTL(seconds))
	s.ok(err)
	return session
}

var sessionChecks = []check{
	{"a session that is closed is done, and its lease is gone", func(s *scene) {
		session := s.session(60)
		s.put("k", "", clientv3.WithLease(session.Lease()))
		s.ok(session.Close())
		closed(s, session.Done(), "session")
		s.same("keys", s.get("k"), "[]")
	}},
	{"a session can live on a lease that is there already", func(s *scene) {
		lease := s.grant(60)
		session, err := concurrency.NewSession(s.client, concurrency.WithLease(lease))
		s.ok(err)
		s.same("lease", session.Lease(), lease)
		s.ok(session.Close())
	}},
	{"a session whose lease is revoked is done", func(s *scene) {
		session := s.session(3)
		_, err := s.client.Revoke(s.ctx, session.Lease())
		s.ok(err)
		closed(s, session.Done(), "session")
	}},
	{"one of many holds a lock, and each gets it in the order of asking", func(s *scene) {
		const many = 8
		var inside, most int
		var order []int
		var guard sync.Mutex
		var all sync.WaitGroup
		for i := 0; i < many; i++ {
			mutex := concurrency.NewMutex(s.session(60), s.key("lock"))
			asked := make(chan error, 1)
			all.Add(1)
			go func() {
				defer all.Done()
				asked <- mutex.Lock(s.ctx)
				guard.Lock()
				inside++
				most = max(most, inside)
				order = append(order, i)
				guard.Unlock()
				guard.Lock()
				inside--
				guard.Unlock()
				_ = mutex.Unlock(s.ctx)
			}()
			for len(s.get("lock/", clientv3.WithPrefix(), clientv3.WithRev(0))) == 0 && len(asked) == 0 {
				s.ok(s.ctx.Err())
			}
		}
		all.Wait()
		s.same("at a time", most, 1)
		s.same("how many", len(order), many)
	}},
	{"TryLock of a lock that is held fails at once, and leaves nothing behind", func(s *scene) {
		holder := concurrency.NewMutex(s.session(60), s.key("lock"))
		other := concurrency.NewMutex(s.session(60), s.key("lock"))
		s.ok(holder.TryLock(s.ctx))
		s.refused(other.TryLock(s.ctx), concurrency.ErrLocked)
		s.same("waiting", len(s.get("lock/", clientv3.WithPrefix())), 1)
		s.ok(holder.Unlock(s.ctx))
		s.ok(other.TryLock(s.ctx))
	}},
	{"who holds a lock can guard a transaction with it", func(s *scene) {
		mutex := concurrency.NewMutex(s.session(60), s.key("lock"))
		s.ok(mutex.Lock(s.ctx))
		guarded := func() bool {
			response, err := s.client.Txn(s.ctx).If(mutex.IsOwner()).Then(clientv3.OpPut(s.key("k"), "v")).Commit()
			s.ok(err)
			return response.Succeeded
		}
		s.same("held", guarded(), true)
		s.ok(mutex.Unlock(s.ctx))
		s.same("not held", guarded(), false)
	}},
	{"a lock is handed on when the session of its holder ends", func(s *scene) {
		first := s.session(60)
		s.ok(concurrency.NewMutex(first, s.key("lock")).Lock(s.ctx))
		locked := make(chan error, 1)
		second := concurrency.NewMutex(s.session(60), s.key("lock"))
		go func() { locked <- second.Lock(s.ctx) }()
		s.ok(first.Close())
		s.ok(next(s, locked, "lock"))
	}},
	{"who gives up waiting for a lock leaves the queue", func(s *scene) {
		s.ok(concurrency.NewMutex(s.session(60), s.key("lock")).Lock(s.ctx))
		ctx, cancel := context.WithCancel(s.ctx)
		waiting := make(chan error, 1)
		queued := s.client.Watch(s.ctx, s.key("lock/"), clientv3.WithPrefix(), clientv3.WithCreatedNotify())
		next(s, queued, "created")
		go func() { waiting <- concurrency.NewMutex(s.session(60), s.key("lock")).Lock(ctx) }()
		next(s, queued, "queued")
		// The waiter's transaction is answered before this is, on the same connection.
		s.get("lock/", clientv3.WithPrefix())
		cancel()
		if err := next(s, waiting, "given up"); !errors.Is(err, context.Canceled) {
			s.fail("%v", err)
		}
		s.same("left", len(s.get("lock/", clientv3.WithPrefix())), 1)
	}},
	{"an election: campaign, proclaim, observe, resign, and the next one leads", func(s *scene) {
		first := concurrency.NewElection(s.session(60), s.key("e"))
		second := concurrency.NewElection(s.session(60), s.key("e"))
		_, err := second.Leader(s.ctx)
		s.refused(err, concurrency.ErrElectionNoLeader)
		s.ok(first.Campaign(s.ctx, "one"))
		observed := second.Observe(s.ctx)
		value := func() string { return string(next(s, observed, "observed").Kvs[0].Value) }
		s.same("leader", value(), "one")
		s.ok(first.Proclaim(s.ctx, "one more"))
		s.same("proclaimed", value(), "one more")
		elected := make(chan error, 1)
		go func() { elected <- second.Campaign(s.ctx, "two") }()
		s.ok(first.Resign(s.ctx))
		s.ok(next(s, elected, "elected"))
		s.same("next leader", value(), "two")
		s.refused(first.Proclaim(s.ctx, "late"), concurrency.ErrElectionNotLeader)
		leader, err := first.Leader(s.ctx)
		s.ok(err)
		s.same("key", string(leader.Kvs[0].Key), second.Key())
	}},
	{"an election can be resumed by who knows its key", func(s *scene) {
		session := s.session(60)
		first := concurrency.NewElection(session, s.key("e"))
		s.ok(first.Campaign(s.ctx, "one"))
		again := concurrency.ResumeElection(session, s.key("e"), first.Key(), first.Rev())
		s.ok(again.Proclaim(s.ctx, "resumed"))
		s.ok(again.Resign(s.ctx))
		_, err := first.Leader(s.ctx)
		s.refused(err, concurrency.ErrElectionNoLeader)
	}},
}

func counters(count int) []string {
	names := make([]string, count)
	for i := range names {
		names[i] = fmt.Sprint("counter", i)
	}
	return names
}
