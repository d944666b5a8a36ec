// The load of `npm run bench`: Go's clientv3 does one case against one server and prints what it took as JSON.
//
//	bench -case put -endpoint 127.0.0.1:2379 -clients 100 -connections 100 -seconds 3
//	bench -case first-put -endpoint 127.0.0.1:2379 -- etcd --data-dir /dev/shm/x
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.uber.org/zap"
)

var (
	name        = flag.String("case", "", "what to do")
	endpoint    = flag.String("endpoint", "127.0.0.1:2379", "host:port of the server")
	clients     = flag.Int("clients", 1, "how many callers at a time")
	connections = flag.Int("connections", 1, "how many connections they share")
	seconds     = flag.Float64("seconds", 3, "how long calls are made and measured")
	count       = flag.Int("count", 1000, "how many keys, watchers or events")
)

// Result is what a case took; latencies in milliseconds.
type Result struct {
	Calls   int     `json:"calls"`
	Seconds float64 `json:"seconds"`
	P50     float64 `json:"p50"`
	P99     float64 `json:"p99"`
}

func main() {
	flag.Parse()
	result, err := run()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	_ = json.NewEncoder(os.Stdout).Encode(result)
}

func run() (Result, error) {
	if *name == "first-put" {
		return firstPut(flag.Args())
	}
	pool, err := dialAll(*connections)
	if err != nil {
		return Result{}, err
	}
	defer func() {
		for _, client := range pool {
			client.Close()
		}
	}()
	switch *name {
	case "put":
		return calls(pool, put)
	case "range":
		return afterPuts(pool, 1000, read)
	case "txn-1":
		return calls(pool, transact(1))
	case "txn-64":
		return calls(pool, transact(64))
	case "wallet":
		return calls(pool, createWallet)
	case "keep-alive":
		return keepAlives(pool)
	case "watch-fan-out":
		return fanOut(pool)
	case "fill":
		return fill(pool)
	}
	return Result{}, errors.New("no such case: " + *name)
}

func dial() (*clientv3.Client, error) {
	return clientv3.New(clientv3.Config{
		Endpoints:          []string{*endpoint},
		DialTimeout:        10 * time.Second,
		MaxCallSendMsgSize: 64 << 20,
		MaxCallRecvMsgSize: 64 << 20,
		Logger:             zap.NewNop(),
	})
}

func dialAll(connections int) ([]*clientv3.Client, error) {
	pool := make([]*clientv3.Client, connections)
	for at := range pool {
		client, err := dial()
		if err != nil {
			return nil, err
		}
		pool[at] = client
	}
	return pool, nil
}

type call func(ctx context.Context, client *clientv3.Client, caller, turn int) error

// value is as long as an election's or a small record's.
var value = string(make([]byte, 256))

func key(caller, turn int) string {
	return fmt.Sprintf("bench/%04d/%04d", caller, turn%1000)
}

func put(ctx context.Context, client *clientv3.Client, caller, turn int) error {
	_, err := client.Put(ctx, key(caller, turn), value)
	return err
}

func read(ctx context.Context, client *clientv3.Client, _, turn int) error {
	_, err := client.Get(ctx, key(0, turn))
	return err
}

// transact compares as many keys as it writes.
func transact(operations int) call {
	return func(ctx context.Context, client *clientv3.Client, caller, turn int) error {
		compares := make([]clientv3.Cmp, operations)
		puts := make([]clientv3.Op, operations)
		for at := range puts {
			own := key(caller, turn*operations+at)
			compares[at] = clientv3.Compare(clientv3.ModRevision(own), ">", -1)
			puts[at] = clientv3.OpPut(own, value)
		}
		_, err := client.Txn(ctx).If(compares...).Then(puts...).Commit()
		return err
	}
}

// createWallet is as large as the transaction in which lnd creates a wallet.
func createWallet(ctx context.Context, client *clientv3.Client, caller, turn int) error {
	compares := make([]clientv3.Cmp, 1285)
	for at := range compares {
		own := fmt.Sprintf("wallet/%d/%d/%06d", caller, turn, at)
		compares[at] = clientv3.Compare(clientv3.CreateRevision(own), "=", 0)
	}
	success := make([]clientv3.Op, 766)
	for at := range success {
		success[at] = clientv3.OpPut(fmt.Sprintf("wallet/%d/%d/%06d", caller, turn, at), value)
	}
	failure := make([]clientv3.Op, 519)
	for at := range failure {
		failure[at] = clientv3.OpGet(fmt.Sprintf("wallet/%d/%d/%06d", caller, turn, at))
	}
	response, err := client.Txn(ctx).If(compares...).Then(success...).Else(failure...).Commit()
	if err == nil && !response.Succeeded {
		err = errors.New("the wallet was there already")
	}
	return err
}

// calls makes one call after the other in each caller, after half a second that does not count.
func calls(pool []*clientv3.Client, one call) (Result, error) {
	ctx := context.Background()
	warm := time.Now().Add(500 * time.Millisecond)
	end := warm.Add(time.Duration(*seconds * float64(time.Second)))
	latencies := make([][]time.Duration, *clients)
	var failed atomic.Pointer[error]
	var group sync.WaitGroup
	for caller := range *clients {
		group.Add(1)
		go func() {
			defer group.Done()
			client := pool[caller%len(pool)]
			for turn := 0; failed.Load() == nil; turn++ {
				start := time.Now()
				if start.After(end) {
					return
				}
				if err := one(ctx, client, caller, turn); err != nil {
					failed.Store(&err)
					return
				}
				if start.After(warm) {
					latencies[caller] = append(latencies[caller], time.Since(start))
				}
			}
		}()
	}
	group.Wait()
	if err := failed.Load(); err != nil {
		return Result{}, *err
	}
	return summary(slices.Concat(latencies...), time.Since(warm)), nil
}

func afterPuts(pool []*clientv3.Client, keys int, one call) (Result, error) {
	for turn := range keys {
		if err := put(context.Background(), pool[0], 0, turn); err != nil {
			return Result{}, err
		}
	}
	return calls(pool, one)
}

// keepAlives has each caller ask on a stream of its own, one keep-alive after the other.
func keepAlives(pool []*clientv3.Client) (Result, error) {
	ctx := context.Background()
	return calls(pool, func(ctx2 context.Context, client *clientv3.Client, caller, turn int) error {
		stream, err := keepAliveOf(ctx, client, caller)
		if err != nil {
			return err
		}
		return stream.again()
	})
}

// fanOut puts a key that many watchers watch, and takes the time until each has heard of it.
func fanOut(pool []*clientv3.Client) (Result, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var group sync.WaitGroup
	for watcher := range *count {
		events := pool[watcher%len(pool)].Watch(ctx, "fan-out", clientv3.WithCreatedNotify())
		<-events
		go func() {
			for response := range events {
				for range response.Events {
					group.Done()
				}
			}
		}()
	}
	var latencies []time.Duration
	begin := time.Now()
	for time.Since(begin).Seconds() < *seconds {
		group.Add(*count)
		start := time.Now()
		if _, err := pool[0].Put(ctx, "fan-out", value); err != nil {
			return Result{}, err
		}
		group.Wait()
		latencies = append(latencies, time.Since(start))
	}
	result := summary(latencies, time.Since(begin))
	result.Calls *= *count
	return result, nil
}

// fill puts so many keys of 256 bytes each, by a hundred callers.
func fill(pool []*clientv3.Client) (Result, error) {
	ctx := context.Background()
	var next atomic.Int64
	var group sync.WaitGroup
	var failed atomic.Pointer[error]
	begin := time.Now()
	for caller := range *clients {
		group.Add(1)
		go func() {
			defer group.Done()
			for at := next.Add(1); at <= int64(*count) && failed.Load() == nil; at = next.Add(1) {
				own := fmt.Sprintf("fill/%08d", at)
				if _, err := pool[caller%len(pool)].Put(ctx, own, value); err != nil {
					failed.Store(&err)
				}
			}
		}()
	}
	group.Wait()
	if err := failed.Load(); err != nil {
		return Result{}, *err
	}
	return Result{Calls: *count, Seconds: time.Since(begin).Seconds()}, nil
}

// firstPut starts a server and asks it until a put has been answered.
func firstPut(command []string) (Result, error) {
	server := exec.Command(command[0], command[1:]...)
	begin := time.Now()
	if err := server.Start(); err != nil {
		return Result{}, err
	}
	defer func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	}()
	for {
		connection, err := net.DialTimeout("tcp", *endpoint, time.Second)
		if err == nil {
			connection.Close()
			break
		}
		if time.Since(begin) > 30*time.Second {
			return Result{}, errors.New("the server does not listen")
		}
		time.Sleep(time.Millisecond)
	}
	client, err := dial()
	if err != nil {
		return Result{}, err
	}
	defer client.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if _, err := client.Put(ctx, "first", value); err != nil {
		return Result{}, err
	}
	took := time.Since(begin)
	milliseconds := float64(took.Microseconds()) / 1000
	return Result{Calls: 1, Seconds: took.Seconds(), P50: milliseconds, P99: milliseconds}, nil
}

func summary(latencies []time.Duration, took time.Duration) Result {
	slices.Sort(latencies)
	at := func(part float64) float64 {
		if len(latencies) == 0 {
			return 0
		}
		index := int(part * float64(len(latencies)-1))
		return float64(latencies[index].Microseconds()) / 1000
	}
	return Result{Calls: len(latencies), Seconds: took.Seconds(), P50: at(0.5), P99: at(0.99)}
}
