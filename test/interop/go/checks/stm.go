package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/concurrency"
)

var isolations = map[string]concurrency.Isolation{
	"SerializableSnapshot": concurrency.SerializableSnapshot,
	"Serializable":         concurrency.Serializable,
	"RepeatableReads":      concurrency.RepeatableReads,
}

// increments lets several goroutines count up in the same keys, and gives the sum.
func increments(s *scene, level concurrency.Isolation) int {
	const workers, rounds = 4, 10
	names := counters(3)
	var all sync.WaitGroup
	errs := make(chan error, workers*rounds)
	for worker := 0; worker < workers; worker++ {
		all.Add(1)
		go func() {
			defer all.Done()
			for round := 0; round < rounds; round++ {
				key := s.key(names[(worker+round)%len(names)])
				_, err := concurrency.NewSTM(s.client, func(stm concurrency.STM) error {
					count, _ := strconv.Atoi(stm.Get(key))
					stm.Put(key, strconv.Itoa(count+1))
					return nil
				}, concurrency.WithIsolation(level), concurrency.WithAbortContext(s.ctx))
				errs <- err
			}
		}()
	}
	all.Wait()
	for i := 0; i < workers*rounds; i++ {
		s.ok(<-errs)
	}
	sum := 0
	for _, name := range names {
		response, err := s.client.Get(s.ctx, s.key(name))
		s.ok(err)
		count, err := strconv.Atoi(string(response.Kvs[0].Value))
		s.ok(err)
		sum += count
	}
	return sum
}

// transfers moves amounts between accounts while others look at all of them at once.
func transfers(s *scene, level concurrency.Isolation) {
	names := counters(5)
	for _, name := range names {
		s.put(name, "100")
	}
	var all sync.WaitGroup
	sums := make(chan string, 100)
	for worker := 0; worker < 3; worker++ {
		all.Add(2)
		go func() {
			defer all.Done()
			for round := 0; round < 10; round++ {
				from, to := s.key(names[(worker+round)%5]), s.key(names[(worker*2+round*3+1)%5])
				if from == to {
					continue
				}
				_, err := concurrency.NewSTM(s.client, func(stm concurrency.STM) error {
					a, _ := strconv.Atoi(stm.Get(from))
					b, _ := strconv.Atoi(stm.Get(to))
					stm.Put(from, strconv.Itoa(a-7))
					stm.Put(to, strconv.Itoa(b+7))
					return nil
				}, concurrency.WithIsolation(level), concurrency.WithAbortContext(s.ctx))
				if err != nil {
					sums <- err.Error()
				}
			}
		}()
		go func() {
			defer all.Done()
			for round := 0; round < 10; round++ {
				sum := 0
				_, err := concurrency.NewSTM(s.client, func(stm concurrency.STM) error {
					sum = 0
					for _, name := range names {
						amount, _ := strconv.Atoi(stm.Get(s.key(name)))
						sum += amount
					}
					return nil
				}, concurrency.WithIsolation(level), concurrency.WithAbortContext(s.ctx))
				sums <- fmt.Sprint(sum, err)
			}
		}()
	}
	all.Wait()
	close(sums)
	for sum := range sums {
		s.same("sum", sum, "500 <nil>")
	}
}

var stmChecks = append(stmLevels(), []check{
	{"STM, ReadCommitted: what is written is there, and what is deleted is not", func(s *scene) {
		s.put("old", "v")
		_, err := concurrency.NewSTM(s.client, func(stm concurrency.STM) error {
			stm.Put(s.key("new"), stm.Get(s.key("old")))
			stm.Del(s.key("old"))
			return nil
		}, concurrency.WithIsolation(concurrency.ReadCommitted))
		s.ok(err)
		s.same("store", s.get("", clientv3.WithPrefix()), "[new=v]")
	}},
	{"STM: a transaction that ends with an error writes nothing", func(s *scene) {
		nothing := errors.New("not today")
		_, err := concurrency.NewSTM(s.client, func(stm concurrency.STM) error {
			stm.Put(s.key("k"), "v")
			return nothing
		})
		s.refused(err, nothing)
		s.same("store", s.get("k"), "[]")
	}},
	{"STM: reads see the transaction's own writes, and Rev tells revisions", func(s *scene) {
		revision := s.put("k", "1")
		_, err := concurrency.NewSTM(s.client, func(stm concurrency.STM) error {
			s.same("rev", stm.Rev(s.key("k")), revision)
			stm.Put(s.key("k"), "2")
			s.same("own", stm.Get(s.key("k")), "2")
			return nil
		}, concurrency.WithPrefetch(s.key("k"), s.key("none")))
		s.ok(err)
		s.same("store", s.get("k"), "[k=2]")
	}},
	{"STM: a change in between makes it try again", func(s *scene) {
		s.put("k", "1")
		tries := 0
		_, err := concurrency.NewSTM(s.client, func(stm concurrency.STM) error {
			tries++
			seen := stm.Get(s.key("k"))
			if tries == 1 {
				s.put("k", "changed")
			}
			stm.Put(s.key("copy"), seen)
			return nil
		})
		s.ok(err)
		s.same("tries", tries, 2)
		s.same("copy", s.get("copy"), "[copy=changed]")
	}},
	{"STM: an aborted context ends it", func(s *scene) {
		ctx, cancel := context.WithCancel(s.ctx)
		cancel()
		_, err := concurrency.NewSTM(s.client, func(stm concurrency.STM) error {
			stm.Get(s.key("k"))
			return nil
		}, concurrency.WithAbortContext(ctx))
		if err == nil {
			s.fail("no error")
		}
	}},
}...)

func stmLevels() []check {
	list := []check{}
	for _, name := range []string{"SerializableSnapshot", "Serializable", "RepeatableReads"} {
		level := isolations[name]
		list = append(list, check{"STM, " + name + ": no increment is lost", func(s *scene) {
			s.same("sum", increments(s, level), 40)
		}})
		if level != concurrency.RepeatableReads {
			list = append(list, check{"STM, " + name + ": nobody sees half of a transfer", func(s *scene) {
				transfers(s, level)
			}})
		}
	}
	return list
}
