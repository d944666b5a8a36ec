package main

import (
	"bytes"
	"strings"

	"go.etcd.io/etcd/api/v3/v3rpc/rpctypes"
	clientv3 "go.etcd.io/etcd/client/v3"
)

var kvChecks = []check{
	{"get finds what was put, and nothing where nothing was", func(s *scene) {
		s.put("a", "1")
		s.same("a", s.get("a"), "[a=1]")
		s.same("b", s.get("b"), "[]")
	}},
	{"WithPrefix, WithRange and WithFromKey choose keys", func(s *scene) {
		for _, name := range []string{"a1", "a2", "b1", "c1"} {
			s.put(name, "v")
		}
		s.same("prefix", s.get("a", clientv3.WithPrefix()), "[a1=v a2=v]")
		s.same("range", s.get("a2", clientv3.WithRange(s.key("c1"))), "[a2=v b1=v]")
		response, err := s.client.Get(s.ctx, s.key("b"), clientv3.WithFromKey(), clientv3.WithLimit(2))
		s.ok(err)
		s.same("from key", s.pairs(response), "[b1=v c1=v]")
		s.same("prefix of everything", len(s.get("", clientv3.WithPrefix())), 4)
	}},
	{"WithSort, WithLimit, WithKeysOnly and WithCountOnly shape what is found", func(s *scene) {
		s.put("k1", "b")
		s.put("k2", "c")
		s.put("k3", "a")
		s.same("by value", s.get("k", clientv3.WithPrefix(),
			clientv3.WithSort(clientv3.SortByValue, clientv3.SortDescend)), "[k2=c k1=b k3=a]")
		response, err := s.client.Get(s.ctx, s.key("k"), clientv3.WithPrefix(), clientv3.WithLimit(2), clientv3.WithKeysOnly())
		s.ok(err)
		s.same("limited", s.pairs(response), "[k1= k2=]")
		s.same("more", response.More, true)
		s.same("count of all", response.Count, 3)
		counted, err := s.client.Get(s.ctx, s.key("k"), clientv3.WithPrefix(), clientv3.WithCountOnly())
		s.ok(err)
		s.same("count alone", []any{counted.Count, len(counted.Kvs)}, "[3 0]")
	}},
	{"WithFirstKey, WithLastCreate, WithLastRev and their like find one record", func(s *scene) {
		s.put("k1", "v")
		s.put("k2", "v")
		s.put("k3", "v")
		s.put("k2", "w")
		options := []struct {
			name  string
			op    []clientv3.OpOption
			found string
		}{
			{"first key", clientv3.WithFirstKey(), "[k1=v]"},
			{"last key", clientv3.WithLastKey(), "[k3=v]"},
			{"first create", clientv3.WithFirstCreate(), "[k1=v]"},
			{"last create", clientv3.WithLastCreate(), "[k3=v]"},
			{"first revision", clientv3.WithFirstRev(), "[k1=v]"},
			{"last revision", clientv3.WithLastRev(), "[k2=w]"},
		}
		for _, one := range options {
			s.same(one.name, s.get("k", one.op...), one.found)
		}
	}},
	{"WithRev reads the past, and the bounds of revisions choose records", func(s *scene) {
		first := s.put("k1", "1")
		second := s.put("k2", "1")
		s.put("k1", "2")
		s.same("past", s.get("k", clientv3.WithPrefix(), clientv3.WithRev(first)), "[k1=1]")
		s.same("created later", s.get("k", clientv3.WithPrefix(), clientv3.WithMinCreateRev(second)), "[k2=1]")
		s.same("changed no later", s.get("k", clientv3.WithPrefix(), clientv3.WithMaxModRev(second)), "[k2=1]")
		s.same("serializable", s.get("k1", clientv3.WithSerializable()), "[k1=2]")
	}},
	{"WithPrevKV tells what a put or a delete replaced", func(s *scene) {
		s.put("k", "1")
		put, err := s.client.Put(s.ctx, s.key("k"), "2", clientv3.WithPrevKV())
		s.ok(err)
		s.same("put", string(put.PrevKv.Value), "1")
		deleted, err := s.client.Delete(s.ctx, s.key("k"), clientv3.WithPrevKV())
		s.ok(err)
		s.same("delete", []any{deleted.Deleted, string(deleted.PrevKvs[0].Value)}, "[1 2]")
		deleted, err = s.client.Delete(s.ctx, s.key("k"))
		s.ok(err)
		s.same("again", deleted.Deleted, 0)
	}},
	{"WithIgnoreValue and WithIgnoreLease keep what was there", func(s *scene) {
		lease, err := s.client.Grant(s.ctx, 60)
		s.ok(err)
		s.put("k", "1", clientv3.WithLease(lease.ID))
		s.put("k", "2", clientv3.WithIgnoreLease())
		s.put("k", "", clientv3.WithIgnoreValue(), clientv3.WithLease(lease.ID))
		response, err := s.client.Get(s.ctx, s.key("k"))
		s.ok(err)
		kv := response.Kvs[0]
		s.same("record", []any{string(kv.Value), kv.Lease == int64(lease.ID), kv.Version}, "[2 true 3]")
	}},
	{"etcd's errors are the errors of rpctypes", func(s *scene) {
		_, err := s.client.Put(s.ctx, "", "v")
		s.refused(err, rpctypes.ErrEmptyKey)
		_, err = s.client.Put(s.ctx, s.key("none"), "", clientv3.WithIgnoreValue())
		s.refused(err, rpctypes.ErrKeyNotFound)
		_, err = s.client.Put(s.ctx, s.key("k"), "v", clientv3.WithLease(404))
		s.refused(err, rpctypes.ErrLeaseNotFound)
		_, err = s.client.Get(s.ctx, s.key("k"), clientv3.WithRev(1<<40))
		s.refused(err, rpctypes.ErrFutureRev)
		_, err = s.client.Put(s.ctx, s.key("k"), strings.Repeat("x", 1600*1024))
		s.refused(err, rpctypes.ErrRequestTooLarge)
		if clientv3.IsConnCanceled(err) || rpctypes.Error(err) != rpctypes.ErrRequestTooLarge {
			s.fail("%v is not what rpctypes makes of it", err)
		}
	}},
	{"a compacted revision is refused as such, and the next one is there", func(s *scene) {
		first := s.put("k", "1")
		second := s.put("k", "2")
		_, err := s.client.Compact(s.ctx, second, clientv3.WithCompactPhysical())
		s.ok(err)
		_, err = s.client.Get(s.ctx, s.key("k"), clientv3.WithRev(first))
		s.refused(err, rpctypes.ErrCompacted)
		s.same("kept", s.get("k", clientv3.WithRev(second)), "[k=2]")
		_, err = s.client.Compact(s.ctx, first)
		s.refused(err, rpctypes.ErrCompacted)
	}},
	{"keys and values are bytes", func(s *scene) {
		key := s.key("\x00\xff\xfe")
		value := []byte{0, 255, 128, 10}
		_, err := s.client.Put(s.ctx, key, string(value))
		s.ok(err)
		response, err := s.client.Get(s.ctx, key)
		s.ok(err)
		s.same("bytes", bytes.Equal(response.Kvs[0].Value, value), true)
	}},
	{"Do does every kind of operation", func(s *scene) {
		ops := []clientv3.Op{
			clientv3.OpPut(s.key("k"), "1"),
			clientv3.OpGet(s.key("k")),
			clientv3.OpTxn(nil, []clientv3.Op{clientv3.OpPut(s.key("k"), "2")}, nil),
			clientv3.OpDelete(s.key("k")),
		}
		for _, op := range ops {
			response, err := s.client.Do(s.ctx, op)
			s.ok(err)
			switch {
			case op.IsGet():
				s.same("get", string(response.Get().Kvs[0].Value), "1")
			case op.IsTxn():
				s.same("txn", response.Txn().Succeeded, true)
			case op.IsDelete():
				s.same("delete", response.Del().Deleted, 1)
			}
		}
	}},
}

var txnChecks = []check{
	{"a transaction does one branch or the other", func(s *scene) {
		s.put("k", "v")
		decide := func(value string) *clientv3.TxnResponse {
			response, err := s.client.Txn(s.ctx).
				If(clientv3.Compare(clientv3.Value(s.key("k")), "=", value)).
				Then(clientv3.OpPut(s.key("k"), "then")).
				Else(clientv3.OpGet(s.key("k"))).
				Commit()
			s.ok(err)
			return response
		}
		otherwise := decide("other")
		s.same("else", []any{otherwise.Succeeded, string(otherwise.Responses[0].GetResponseRange().Kvs[0].Value)}, "[false v]")
		s.same("then", decide("v").Succeeded, true)
		s.same("done", s.get("k"), "[k=then]")
	}},
	{"compares are of version, create and mod revision, value, lease, and of ranges", func(s *scene) {
		created := s.put("k1", "a")
		changed := s.put("k1", "b")
		s.put("k2", "b")
		k1 := s.key("k1")
		for _, one := range []struct {
			name string
			cmp  clientv3.Cmp
		}{
			{"version", clientv3.Compare(clientv3.Version(k1), "=", 2)},
			{"create", clientv3.Compare(clientv3.CreateRevision(k1), "=", created)},
			{"mod", clientv3.Compare(clientv3.ModRevision(k1), ">", changed-1)},
			{"value", clientv3.Compare(clientv3.Value(k1), "<", "c")},
			{"lease", clientv3.Compare(clientv3.LeaseValue(k1), "!=", 7)},
			{"absent", clientv3.Compare(clientv3.CreateRevision(s.key("x")), "=", 0)},
			{"prefix", clientv3.Compare(clientv3.Value(s.key("k")), "=", "b").WithPrefix()},
			{"range", clientv3.Compare(clientv3.Version(k1), ">", 0).WithRange(s.key("k3"))},
		} {
			response, err := s.client.Txn(s.ctx).If(one.cmp).Commit()
			s.ok(err)
			s.same(one.name, response.Succeeded, true)
		}
	}},
	{"transactions nest", func(s *scene) {
		response, err := s.client.Txn(s.ctx).Then(
			clientv3.OpPut(s.key("a"), "1"),
			clientv3.OpTxn(
				[]clientv3.Cmp{clientv3.Compare(clientv3.Version(s.key("b")), "=", 0)},
				[]clientv3.Op{clientv3.OpPut(s.key("b"), "2")},
				nil,
			),
		).Commit()
		s.ok(err)
		s.same("inner", response.Responses[1].GetResponseTxn().Succeeded, true)
		s.same("both", s.get("", clientv3.WithPrefix()), "[a=1 b=2]")
	}},
	{"a transaction of too many operations, or with a key twice, is refused", func(s *scene) {
		many := []clientv3.Op{}
		for i := 0; i < 129; i++ {
			many = append(many, clientv3.OpGet(s.key("k")))
		}
		_, err := s.client.Txn(s.ctx).Then(many...).Commit()
		s.refused(err, rpctypes.ErrTooManyOps)
		twice := clientv3.OpPut(s.key("k"), "v")
		_, err = s.client.Txn(s.ctx).Then(twice, twice).Commit()
		s.refused(err, rpctypes.ErrDuplicateKey)
	}},
}
