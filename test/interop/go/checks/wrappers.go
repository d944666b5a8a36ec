package main

import (
	"strings"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/kubernetes"
	"go.etcd.io/etcd/client/v3/leasing"
	"go.etcd.io/etcd/client/v3/mirror"
	"go.etcd.io/etcd/client/v3/namespace"
	"go.etcd.io/etcd/client/v3/naming/endpoints"
	"go.etcd.io/etcd/client/v3/ordering"
)

var wrapperChecks = []check{
	{"namespace: keys, transactions, watches and leases stay under the prefix", func(s *scene) {
		kv := namespace.NewKV(s.client.KV, s.prefix)
		watcher := namespace.NewWatcher(s.client.Watcher, s.prefix)
		leases := namespace.NewLease(s.client.Lease, s.prefix)
		watch := watcher.Watch(s.ctx, "", clientv3.WithPrefix(), clientv3.WithCreatedNotify())
		next(s, watch, "created")
		lease, err := leases.Grant(s.ctx, 60)
		s.ok(err)
		_, err = kv.Put(s.ctx, "a", "1", clientv3.WithLease(lease.ID))
		s.ok(err)
		event := next(s, watch, "put").Events[0]
		s.same("watched", string(event.Kv.Key), "a")
		s.same("really", s.get("a"), "[a=1]")
		txn, err := kv.Txn(s.ctx).If(clientv3.Compare(clientv3.Value("a"), "=", "1")).Then(clientv3.OpGet("", clientv3.WithPrefix())).Commit()
		s.ok(err)
		s.same("txn", string(txn.Responses[0].GetResponseRange().Kvs[0].Key), "a")
		left, err := leases.TimeToLive(s.ctx, lease.ID, clientv3.WithAttachedKeys())
		s.ok(err)
		s.same("keys", string(left.Keys[0]), "a")
		all, err := kv.Get(s.ctx, "\x00", clientv3.WithFromKey())
		s.ok(err)
		s.same("everything", all.Count, 1)
	}},
	{"leasing: a cached key is given up when another client writes it", func(s *scene) {
		first, closeFirst, err := leasing.NewKV(s.client, s.key("leases/"))
		s.ok(err)
		defer closeFirst()
		second, closeSecond, err := leasing.NewKV(s.connect(clientv3.Config{}), s.key("leases/"))
		s.ok(err)
		defer closeSecond()
		key := s.key("k")
		_, err = first.Put(s.ctx, key, "1")
		s.ok(err)
		for _, kv := range []clientv3.KV{first, first, second} {
			response, err := kv.Get(s.ctx, key)
			s.ok(err)
			s.same("cached", string(response.Kvs[0].Value), "1")
		}
		_, err = second.Put(s.ctx, key, "2")
		s.ok(err)
		response, err := first.Get(s.ctx, key)
		s.ok(err)
		s.same("written by the other", string(response.Kvs[0].Value), "2")
		txn, err := first.Txn(s.ctx).If(clientv3.Compare(clientv3.Value(key), "=", "2")).Then(clientv3.OpDelete(key)).Commit()
		s.ok(err)
		s.same("txn", txn.Succeeded, true)
		response, err = second.Get(s.ctx, key)
		s.ok(err)
		s.same("deleted", len(response.Kvs), 0)
	}},
	{"mirror: what is there and what comes is copied", func(s *scene) {
		s.put("a", "1")
		s.put("b", "2")
		syncer := mirror.NewSyncer(s.client, s.prefix, 0)
		base, errs := syncer.SyncBase(s.ctx)
		copied := []string{}
		for response := range base {
			copied = append(copied, s.pairs(&response)...)
		}
		s.ok(<-errs)
		s.same("base", copied, "[a=1 b=2]")
		updates := syncer.SyncUpdates(s.ctx)
		s.put("c", "3")
		s.same("update", s.told(next(s, updates, "update")), "[PUT c=3]")
	}},
	{"ordering: revisions never go back", func(s *scene) {
		violation := ordering.NewOrderViolationSwitchEndpointClosure(s.client)
		kv := ordering.NewKV(s.client.KV, violation)
		var last int64
		for i := 0; i < 20; i++ {
			s.put("k", "v")
			response, err := kv.Get(s.ctx, s.key("k"), clientv3.WithSerializable())
			s.ok(err)
			if response.Header.Revision < last {
				s.fail("%d after %d", response.Header.Revision, last)
			}
			last = response.Header.Revision
		}
		_, err := kv.Txn(s.ctx).Then(clientv3.OpGet(s.key("k"))).Commit()
		s.ok(err)
	}},
	{"kubernetes: optimistic puts and deletes, lists page by page", func(s *scene) {
		client, err := kubernetes.New(clientv3.Config{Endpoints: s.endpoints})
		s.ok(err)
		defer client.Close()
		k := client.Kubernetes
		created, err := k.OptimisticPut(s.ctx, s.key("pods/a"), []byte("1"), 0, kubernetes.PutOptions{})
		s.ok(err)
		s.same("created", created.Succeeded, true)
		late, err := k.OptimisticPut(s.ctx, s.key("pods/a"), []byte("x"), 0, kubernetes.PutOptions{GetOnFailure: true})
		s.ok(err)
		s.same("conflict", []any{late.Succeeded, string(late.KV.Value), late.KV.ModRevision == created.Revision}, "[false 1 true]")
		for _, name := range []string{"pods/b", "pods/c"} {
			_, err = k.OptimisticPut(s.ctx, s.key(name), []byte("1"), 0, kubernetes.PutOptions{})
			s.ok(err)
		}
		page, err := k.List(s.ctx, s.key("pods/"), kubernetes.ListOptions{Limit: 2})
		s.ok(err)
		s.same("page", []int64{int64(len(page.Kvs)), page.Count}, "[2 3]")
		rest, err := k.List(s.ctx, s.key("pods/"), kubernetes.ListOptions{
			Revision: page.Revision, Continue: string(page.Kvs[1].Key) + "\x00",
		})
		s.ok(err)
		s.same("rest", len(rest.Kvs), 1)
		gone, err := k.OptimisticDelete(s.ctx, s.key("pods/a"), created.Revision, kubernetes.DeleteOptions{})
		s.ok(err)
		count, err := k.Count(s.ctx, s.key("pods/"), kubernetes.CountOptions{})
		s.ok(err)
		s.same("deleted", []any{gone.Succeeded, count}, "[true 2]")
	}},
	{"naming: endpoints are listed and watched", func(s *scene) {
		manager, err := endpoints.NewManager(s.client, strings.TrimSuffix(s.prefix, "/"))
		s.ok(err)
		watch, err := manager.NewWatchChannel(s.ctx)
		s.ok(err)
		s.ok(manager.AddEndpoint(s.ctx, s.key("one"), endpoints.Endpoint{Addr: "10.0.0.1:80"}))
		list, err := manager.List(s.ctx)
		s.ok(err)
		s.same("listed", list[s.key("one")].Addr, "10.0.0.1:80")
		added := next(s, (<-chan []*endpoints.Update)(watch), "added")
		s.same("watched", added[0].Endpoint.Addr, "10.0.0.1:80")
		s.ok(manager.DeleteEndpoint(s.ctx, s.key("one")))
		s.same("deleted", next(s, (<-chan []*endpoints.Update)(watch), "deleted")[0].Op, endpoints.Delete)
	}},
}
