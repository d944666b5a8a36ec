// Command checks uses an etcd as Go programs do, by way of clientv3 and the packages on top of it, and says of each
// thing that they rely on whether it holds.
//
//	checks -endpoints HOST:PORT [-only WORDS] [-skip WORDS,...]
//
// It writes one JSON object a line, {check, error}, without error where all is well, and at its end {done: N}.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.uber.org/zap"
)

// limit is what a check may take; nothing takes as long unless it hangs.
const limit = 30 * time.Second

// check is a true sentence about etcd as Go sees it.
type check struct {
	name string
	run  func(*scene)
}

// scene is what a check has to do with: a client of its own, and a part of the keys that no other check touches.
type scene struct {
	ctx       context.Context
	endpoints []string
	client    *clientv3.Client
	prefix    string
}

// failed is what a check panics with.
type failed struct{ text string }

func main() {
	endpoints := flag.String("endpoints", "127.0.0.1:2379", "etcd's endpoints, by commas")
	only := flag.String("only", "", "checks whose name holds this")
	flag.Parse()
	out := json.NewEncoder(os.Stdout)
	all := [][]check{kvChecks, txnChecks, watchChecks, leaseChecks, sessionChecks, stmChecks,
		wrapperChecks, resumeChecks, clusterChecks, authChecks}
	done := 0
	for _, group := range all {
		for _, one := range group {
			if !strings.Contains(one.name, *only) {
				continue
			}
			done++
			line := map[string]string{"check": one.name}
			if err := try(one, strings.Split(*endpoints, ","), fmt.Sprintf("check-%d-%d/", os.Getpid(), done)); err != "" {
				line["error"] = err
			}
			_ = out.Encode(line)
		}
	}
	_ = out.Encode(map[string]int{"done": done})
}

// try gives the words of what went wrong, or none.
func try(one check, endpoints []string, prefix string) (words string) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	s := &scene{ctx: ctx, endpoints: endpoints, prefix: prefix}
	defer func() {
		if thrown := recover(); thrown != nil {
			f, meant := thrown.(failed)
			if !meant {
				panic(thrown)
			}
			words = f.text
		}
	}()
	s.client = s.connect(clientv3.Config{})
	defer s.client.Close()
	one.run(s)
	return ""
}

// connect gives a client of the scene's etcd.
func (s *scene) connect(config clientv3.Config) *clientv3.Client {
	if config.Endpoints == nil {
		config.Endpoints = s.endpoints
	}
	config.DialTimeout = 5 * time.Second
	config.Logger = zap.NewNop()
	client, err := clientv3.New(config)
	s.ok(err)
	return client
}

// key is one of the scene's keys.
func (s *scene) key(name string) string { return s.prefix + name }

func (s *scene) ok(err error) {
	if err != nil {
		s.fail("%v", err)
	}
}

func (s *scene) fail(format string, args ...any) {
	panic(failed{fmt.Sprintf(format, args...)})
}

// same compares two values by how they print.
func (s *scene) same(what string, actual, expected any) {
	if a, e := fmt.Sprint(actual), fmt.Sprint(expected); a != e {
		s.fail("%s: %s, not %s", what, a, e)
	}
}

// refused wants an error that prints so.
func (s *scene) refused(err, expected error) {
	if err == nil || err.Error() != expected.Error() {
		s.fail("error %v, not %v", err, expected)
	}
}

func (s *scene) put(name, value string, options ...clientv3.OpOption) int64 {
	response, err := s.client.Put(s.ctx, s.key(name), value, options...)
	s.ok(err)
	return response.Header.Revision
}

// get gives what is there as "key=value", keys without the prefix.
func (s *scene) get(name string, options ...clientv3.OpOption) []string {
	response, err := s.client.Get(s.ctx, s.key(name), options...)
	s.ok(err)
	return s.pairs(response)
}

func (s *scene) pairs(response *clientv3.GetResponse) []string {
	found := []string{}
	for _, kv := range response.Kvs {
		found = append(found, strings.TrimPrefix(string(kv.Key), s.prefix)+"="+string(kv.Value))
	}
	return found
}

// next gives the next thing of a channel, in time.
func next[T any](s *scene, channel <-chan T, what string) T {
	select {
	case one, open := <-channel:
		if !open {
			s.fail("%s: closed", what)
		}
		return one
	case <-s.ctx.Done():
		s.fail("%s: nothing came", what)
	}
	panic("not reached")
}

// closed waits for the end of a channel.
func closed[T any](s *scene, channel <-chan T, what string) {
	for {
		select {
		case _, open := <-channel:
			if !open {
				return
			}
		case <-s.ctx.Done():
			s.fail("%s: not closed", what)
		}
	}
}
