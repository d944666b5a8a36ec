package main

import (
	"fmt"
	"io"
	"net"
	"sync"
	"time"

	clientv3 "go.etcd.io/etcd/client/v3"
)

// cable is a connection to etcd that can be cut.
type cable struct {
	listener net.Listener
	etcd     string
	guard    sync.Mutex
	open     []net.Conn
	isCut    bool
}

func (s *scene) cable() *cable {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	s.ok(err)
	c := &cable{listener: listener, etcd: s.endpoints[0]}
	go c.serve()
	return c
}

func (c *cable) serve() {
	for {
		client, err := c.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", c.etcd)
		c.guard.Lock()
		if err != nil || c.isCut {
			client.Close()
			if server != nil {
				server.Close()
			}
			c.guard.Unlock()
			continue
		}
		c.open = append(c.open, client, server)
		c.guard.Unlock()
		go pipe(client, server)
		go pipe(server, client)
	}
}

func pipe(from, to net.Conn) {
	_, _ = io.Copy(to, from)
	to.Close()
	from.Close()
}

// cut closes what is open and lets nothing through until mend.
func (c *cable) cut() {
	c.guard.Lock()
	defer c.guard.Unlock()
	c.isCut = true
	for _, one := range c.open {
		one.Close()
	}
	c.open = nil
}

func (c *cable) mend() {
	c.guard.Lock()
	defer c.guard.Unlock()
	c.isCut = false
}

var resumeChecks = []check{
	{"a watch whose connection is cut goes on where it was: nothing is missing, nothing comes twice", func(s *scene) {
		c := s.cable()
		defer c.listener.Close()
		far := s.connect(clientv3.Config{Endpoints: []string{c.listener.Addr().String()}})
		defer far.Close()
		watch := far.Watch(s.ctx, s.key("k"), clientv3.WithCreatedNotify())
		next(s, watch, "created")
		const rounds, puts = 3, 20
		go func() {
			for i := 0; i < rounds*puts; i++ {
				_, _ = s.client.Put(s.ctx, s.key("k"), fmt.Sprint(i))
			}
		}()
		seen := 0
		for seen < rounds*puts {
			for _, event := range next(s, watch, "events").Events {
				s.same("event", string(event.Kv.Value), fmt.Sprint(seen))
				seen++
				if seen%puts == puts/2 {
					c.cut()
					time.AfterFunc(50*time.Millisecond, c.mend)
				}
			}
		}
	}},
	{"a watch that was cut off while its past was compacted is told so", func(s *scene) {
		c := s.cable()
		defer c.listener.Close()
		far := s.connect(clientv3.Config{Endpoints: []string{c.listener.Addr().String()}})
		defer far.Close()
		watch := far.Watch(s.ctx, s.key("k"), clientv3.WithCreatedNotify())
		next(s, watch, "created")
		s.put("k", "0")
		next(s, watch, "put")
		c.cut()
		s.put("k", "1")
		last := s.put("k", "2")
		_, err := s.client.Compact(s.ctx, last, clientv3.WithCompactPhysical())
		s.ok(err)
		c.mend()
		response := next(s, watch, "canceled")
		s.same("compacted", []any{response.Canceled, response.CompactRevision}, []any{true, last})
		closed(s, watch, "watch")
	}},
	{"a lease is kept alive over a short cut", func(s *scene) {
		c := s.cable()
		defer c.listener.Close()
		far := s.connect(clientv3.Config{Endpoints: []string{c.listener.Addr().String()}})
		defer far.Close()
		lease := s.grant(4)
		alive, err := far.KeepAlive(s.ctx, lease)
		s.ok(err)
		next(s, alive, "first")
		c.cut()
		time.AfterFunc(100*time.Millisecond, c.mend)
		for i := 0; i < 3; i++ {
			s.same("ttl", next(s, alive, "alive").TTL, 4)
		}
	}},
	{"a read waits out a short cut", func(s *scene) {
		c := s.cable()
		defer c.listener.Close()
		far := s.connect(clientv3.Config{Endpoints: []string{c.listener.Addr().String()}})
		defer far.Close()
		s.put("k", "v")
		_, err := far.Get(s.ctx, s.key("k"))
		s.ok(err)
		c.cut()
		time.AfterFunc(100*time.Millisecond, c.mend)
		response, err := far.Get(s.ctx, s.key("k"))
		s.ok(err)
		s.same("read", s.pairs(response), "[k=v]")
	}},
}
