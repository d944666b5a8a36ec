package main

import (
	"context"
	"fmt"
	"sort"
	"time"

	"go.etcd.io/etcd/api/v3/v3rpc/rpctypes"
	clientv3 "go.etcd.io/etcd/client/v3"
)

func (s *scene) grant(seconds int64) clientv3.LeaseID {
	lease, err := s.client.Grant(s.ctx, seconds)
	s.ok(err)
	return lease.ID
}

var leaseChecks = []check{
	{"a lease that nobody keeps alive takes its keys with it", func(s *scene) {
		lease := s.grant(2)
		s.put("k", "v", clientv3.WithLease(lease))
		start := time.Now()
		watch := s.client.Watch(s.ctx, s.key("k"))
		s.same("told", s.told(next(s, watch, "expiry")), "[DELETE k]")
		if took := time.Since(start); took < 1500*time.Millisecond {
			s.fail("after %v already", took)
		}
		left, err := s.client.TimeToLive(s.ctx, lease)
		s.ok(err)
		s.same("ttl", left.TTL, -1)
	}},
	{"KeepAlive keeps leases as long as its context lives", func(s *scene) {
		kept, left := s.grant(2), s.grant(2)
		s.put("kept", "", clientv3.WithLease(kept))
		s.put("left", "", clientv3.WithLease(left))
		ctx, cancel := context.WithCancel(s.ctx)
		one, err := s.client.KeepAlive(ctx, kept)
		s.ok(err)
		two, err := s.client.KeepAlive(ctx, left)
		s.ok(err)
		s.same("ttl", []any{next(s, one, "kept").TTL, next(s, two, "left").TTL}, "[2 2]")
		watch := s.client.Watch(s.ctx, s.prefix, clientv3.WithPrefix())
		for i := 0; i < 4; i++ {
			next(s, one, "kept")
		}
		s.same("still there", len(s.get("", clientv3.WithPrefix())), 2)
		cancel()
		closed(s, one, "keep-alives")
		next(s, watch, "the end")
	}},
	{"a channel of keep-alives is closed when its lease is revoked", func(s *scene) {
		lease := s.grant(2)
		alive, err := s.client.KeepAlive(s.ctx, lease)
		s.ok(err)
		next(s, alive, "first")
		_, err = s.client.Revoke(s.ctx, lease)
		s.ok(err)
		closed(s, alive, "keep-alives")
		_, err = s.client.KeepAliveOnce(s.ctx, lease)
		s.refused(err, rpctypes.ErrLeaseNotFound)
	}},
	{"many leases share a stream of keep-alives", func(s *scene) {
		channels := []<-chan *clientv3.LeaseKeepAliveResponse{}
		for i := 0; i < 50; i++ {
			alive, err := s.client.KeepAlive(s.ctx, s.grant(60+int64(i)))
			s.ok(err)
			channels = append(channels, alive)
		}
		for i, alive := range channels {
			s.same("ttl", next(s, alive, "alive").TTL, 60+i)
		}
	}},
	{"Revoke deletes the keys and leaves others", func(s *scene) {
		lease := s.grant(60)
		s.put("a", "", clientv3.WithLease(lease))
		s.put("b", "")
		_, err := s.client.Revoke(s.ctx, lease)
		s.ok(err)
		s.same("left", s.get("", clientv3.WithPrefix()), "[b=]")
		_, err = s.client.Revoke(s.ctx, lease)
		s.refused(err, rpctypes.ErrLeaseNotFound)
	}},
	{"TimeToLive tells what was granted, what is left, and the keys", func(s *scene) {
		lease := s.grant(60)
		s.put("a", "", clientv3.WithLease(lease))
		s.put("b", "", clientv3.WithLease(lease))
		left, err := s.client.TimeToLive(s.ctx, lease, clientv3.WithAttachedKeys())
		s.ok(err)
		keys := []string{string(left.Keys[0]), string(left.Keys[1])}
		sort.Strings(keys)
		s.same("keys", keys, fmt.Sprint([]string{s.key("a"), s.key("b")}))
		s.same("granted", left.GrantedTTL, 60)
		if left.TTL < 55 || left.TTL > 60 {
			s.fail("left: %d", left.TTL)
		}
	}},
	{"Leases lists those that live", func(s *scene) {
		lease := s.grant(3600)
		find := func() bool {
			list, err := s.client.Leases(s.ctx)
			s.ok(err)
			for _, one := range list.Leases {
				if one.ID == lease {
					return true
				}
			}
			return false
		}
		s.same("there", find(), true)
		_, err := s.client.Revoke(s.ctx, lease)
		s.ok(err)
		s.same("gone", find(), false)
	}},
	{"a lease that would last too long is refused", func(s *scene) {
		_, err := s.client.Grant(s.ctx, 9_000_000_001)
		s.refused(err, rpctypes.ErrLeaseTTLTooLarge)
	}},
}
