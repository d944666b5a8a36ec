package main

import (
	"context"
	"sync"

	pb "go.etcd.io/etcd/api/v3/etcdserverpb"
	clientv3 "go.etcd.io/etcd/client/v3"
)

// keepAliveStream is a caller's stream with its lease. clientv3's own sends a keep-alive every third of a TTL, which is
// no load; so the call beneath it is made.
type keepAliveStream struct {
	lease  int64
	stream pb.Lease_LeaseKeepAliveClient
}

var streams sync.Map

func keepAliveOf(ctx context.Context, client *clientv3.Client, caller int) (*keepAliveStream, error) {
	if known, ok := streams.Load(caller); ok {
		return known.(*keepAliveStream), nil
	}
	granted, err := client.Grant(ctx, 600)
	if err != nil {
		return nil, err
	}
	stream, err := pb.NewLeaseClient(client.ActiveConnection()).LeaseKeepAlive(ctx)
	if err != nil {
		return nil, err
	}
	own := &keepAliveStream{lease: int64(granted.ID), stream: stream}
	streams.Store(caller, own)
	return own, nil
}

func (own *keepAliveStream) again() error {
	if err := own.stream.Send(&pb.LeaseKeepAliveRequest{ID: own.lease}); err != nil {
		return err
	}
	_, err := own.stream.Recv()
	return err
}
