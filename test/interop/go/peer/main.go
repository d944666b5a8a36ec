// Command peer is a process that uses Go's clientv3/concurrency as Go programs do, so that tests can make it contend
// with our own nodes in one election or for one lock.
//
// It reads commands from standard input, one a line, and writes what happens to standard output, one JSON object a
// line. Commands that wait (campaign, lock, observe) do so in the background; cancel ends them.
//
//	campaign [VALUE]   elected {key, revision}       (VALUE defaults to -id)
//	proclaim VALUE     proclaimed {value}
//	resign             resigned
//	leader             leader {key, value, revision}
//	observe            observed {key, value, revision}, one for each leader and value
//	lock NAME          locked {key, revision}
//	trylock NAME       locked {key, revision}
//	unlock NAME        unlocked
//	cancel             canceled
//	orphan             orphaned                      (stops the keep-alives)
//	close              closed                        (revokes the lease)
//
// It starts with session {lease} and says done when the session is over. A command that fails gives error
// {command, error}. The end of standard input ends the process at once, without resigning.
package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/concurrency"
	"go.uber.org/zap"
)

// event is a line of output; fields that an event does not have are left out.
type event struct {
	Event    string `json:"event"`
	Command  string `json:"command,omitempty"`
	Lease    string `json:"lease,omitempty"`
	Key      string `json:"key,omitempty"`
	Value    string `json:"value,omitempty"`
	Revision int64  `json:"revision,omitempty"`
	Error    string `json:"error,omitempty"`
}

var output sync.Mutex

func emit(e event) {
	output.Lock()
	defer output.Unlock()
	line, err := json.Marshal(e)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(line))
}

// peer is one contender: a session with its election and its locks.
type peer struct {
	id       string
	session  *concurrency.Session
	election *concurrency.Election
	locks    map[string]*concurrency.Mutex
	ctx      context.Context
	cancel   context.CancelFunc
}

func main() {
	endpoints := flag.String("endpoints", "http://127.0.0.1:2379", "etcd's endpoints, by commas")
	prefix := flag.String("prefix", "cluster-leader", "name of the election")
	id := flag.String("id", "go-1", "value to campaign with")
	ttl := flag.Int("ttl", 5, "TTL of the session in seconds")
	user := flag.String("user", "", "user:password")
	insecure := flag.Bool("insecure-skip-verify", false, "take any server certificate")
	flag.Parse()

	client, err := connect(*endpoints, *user, *insecure)
	if err != nil {
		fail("connect", err)
	}
	session, err := concurrency.NewSession(client, concurrency.WithTTL(*ttl))
	if err != nil {
		fail("session", err)
	}
	p := &peer{
		id:       *id,
		session:  session,
		election: concurrency.NewElection(session, *prefix),
		locks:    map[string]*concurrency.Mutex{},
	}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	emit(event{Event: "session", Lease: fmt.Sprintf("%x", session.Lease())})
	go func() {
		<-session.Done()
		emit(event{Event: "done"})
	}()
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		command, argument, _ := strings.Cut(strings.TrimSpace(lines.Text()), " ")
		if err := p.run(command, argument); err != nil {
			emit(event{Event: "error", Command: command, Error: err.Error()})
		}
	}
}

func connect(endpoints, user string, insecure bool) (*clientv3.Client, error) {
	config := clientv3.Config{
		Endpoints:   strings.Split(endpoints, ","),
		DialTimeout: 5 * time.Second,
		Logger:      zap.NewNop(),
	}
	config.Username, config.Password, _ = strings.Cut(user, ":")
	if insecure {
		config.TLS = &tls.Config{InsecureSkipVerify: true}
	}
	return clientv3.New(config)
}

func (p *peer) run(command, argument string) error {
	switch command {
	case "campaign":
		p.background(command, func(ctx context.Context) error { return p.campaign(ctx, argument) })
	case "observe":
		p.background(command, p.observe)
	case "lock":
		p.background(command, p.locker(argument, (*concurrency.Mutex).Lock))
	case "trylock":
		return p.locker(argument, (*concurrency.Mutex).TryLock)(p.ctx)
	case "unlock":
		return p.then(p.mutex(argument).Unlock(p.ctx), event{Event: "unlocked"})
	case "proclaim":
		return p.then(p.election.Proclaim(p.ctx, argument), event{Event: "proclaimed", Value: argument})
	case "resign":
		return p.then(p.election.Resign(p.ctx), event{Event: "resigned"})
	case "leader":
		return p.leader()
	case "cancel":
		p.cancel()
		p.ctx, p.cancel = context.WithCancel(context.Background())
		emit(event{Event: "canceled"})
	case "orphan":
		p.session.Orphan()
		emit(event{Event: "orphaned"})
	case "close":
		return p.then(p.session.Close(), event{Event: "closed"})
	case "":
	default:
		return errors.New("unknown command")
	}
	return nil
}

func (p *peer) then(err error, e event) error {
	if err == nil {
		emit(e)
	}
	return err
}

func (p *peer) background(command string, work func(context.Context) error) {
	ctx := p.ctx
	go func() {
		if err := work(ctx); err != nil {
			emit(event{Event: "error", Command: command, Error: err.Error()})
		}
	}()
}

func (p *peer) campaign(ctx context.Context, value string) error {
	if value == "" {
		value = p.id
	}
	err := p.election.Campaign(ctx, value)
	return p.then(err, event{Event: "elected", Key: p.election.Key(), Revision: p.election.Rev()})
}

func (p *peer) leader() error {
	found, err := p.election.Leader(p.ctx)
	if err == nil {
		emit(told("leader", *found))
	}
	return err
}

func (p *peer) observe(ctx context.Context) error {
	for found := range p.election.Observe(ctx) {
		emit(told("observed", found))
	}
	return nil
}

func told(name string, found clientv3.GetResponse) event {
	kv := found.Kvs[0]
	revision := found.Header.Revision
	return event{Event: name, Key: string(kv.Key), Value: string(kv.Value), Revision: revision}
}

// locking is a way to lock: Lock or TryLock.
type locking func(*concurrency.Mutex, context.Context) error

// mutex gives the lock of this name; it is only called from the loop that reads commands.
func (p *peer) mutex(name string) *concurrency.Mutex {
	if p.locks[name] == nil {
		p.locks[name] = concurrency.NewMutex(p.session, name)
	}
	return p.locks[name]
}

func (p *peer) locker(name string, lock locking) func(context.Context) error {
	mutex := p.mutex(name)
	return func(ctx context.Context) error {
		if err := lock(mutex, ctx); err != nil {
			return err
		}
		emit(event{Event: "locked", Key: mutex.Key(), Revision: mutex.Header().Revision})
		return nil
	}
}

func fail(command string, err error) {
	emit(event{Event: "error", Command: command, Error: err.Error()})
	os.Exit(1)
}
