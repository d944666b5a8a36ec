"""Uses an etcd by way of the library etcd3, unchanged, over gRPC."""

import io
import threading

import etcd3
from checks import Checks, address, same

checks = Checks()


@checks.that("put, get and delete")
def _(client, prefix):
    key = prefix + "k"
    same(client.get(key), (None, None))
    client.put(key, "one")
    value, metadata = client.get(key)
    same(value, b"one")
    same((metadata.version, metadata.create_revision == metadata.mod_revision), (1, True))
    same(client.put(key, "two", prev_kv=True).prev_kv.value, b"one")
    same(client.delete(key), True)
    same(client.delete(key), False)


@checks.that("get_prefix and get_range, sorted")
def _(client, prefix):
    for name, value in (("a", "3"), ("b", "1"), ("c", "2")):
        client.put(prefix + name, value)
    listed = [value for value, _ in client.get_prefix(prefix)]
    same(listed, [b"3", b"1", b"2"])
    by_value = client.get_prefix(prefix, sort_order="descend", sort_target="value")
    same([value for value, _ in by_value], [b"3", b"2", b"1"])
    some = client.get_range(prefix + "a", prefix + "c")
    same([meta.key for _, meta in some], [(prefix + name).encode() for name in "ab"])
    same(client.delete_prefix(prefix).deleted, 3)


@checks.that("put_if_not_exists and replace compare before they write")
def _(client, prefix):
    key = prefix + "k"
    same(client.put_if_not_exists(key, "1"), True)
    same(client.put_if_not_exists(key, "2"), False)
    same(client.replace(key, "wrong", "3"), False)
    same(client.replace(key, "1", "3"), True)
    same(client.get(key)[0], b"3")


@checks.that("a transaction does one branch or the other, and may nest")
def _(client, prefix):
    t, key = client.transactions, prefix + "k"
    client.put(key, "v")
    done, responses = client.transaction(
        compare=[t.value(key) == "v", t.version(key) > 0, t.create(prefix + "none") == 0],
        success=[t.put(key, "w"), t.get(key), t.txn(compare=[], success=[t.get(key)], failure=[])],
        failure=[],
    )
    same(done, True)
    same(responses[1][0][0], b"w")
    done, responses = client.transaction(
        compare=[t.mod(key) < 0], success=[], failure=[t.delete(key)]
    )
    same((done, client.get(key)), (False, (None, None)))


@checks.that("a lease is refreshed, tells its time and its keys, and takes them when it is revoked")
def _(client, prefix):
    lease = client.lease(60)
    client.put(prefix + "k", "v", lease=lease)
    same(lease.granted_ttl, 60)
    same(lease.keys, [(prefix + "k").encode()])
    same(lease.refresh()[0].TTL, 60)
    assert 50 < lease.remaining_ttl <= 60
    lease.revoke()
    same(client.get(prefix + "k"), (None, None))


@checks.that("a watch tells puts and deletes, until it is canceled")
def _(client, prefix):
    events, cancel = client.watch_prefix(prefix)
    client.put(prefix + "k", "1")
    client.delete(prefix + "k")
    put, delete = next(events), next(events)
    same((type(put), put.value), (etcd3.events.PutEvent, b"1"))
    same(type(delete), etcd3.events.DeleteEvent)
    cancel()
    same(list(events), [])


@checks.that("a watch from the past is told the past")
def _(client, prefix):
    first = client.put(prefix + "k", "1").header.revision
    client.put(prefix + "k", "2")
    events, cancel = client.watch(prefix + "k", start_revision=first, prev_kv=True)
    same([next(events).value, next(events).prev_value], [b"1", b"1"])
    cancel()


@checks.that("a watch from what is compacted fails with the revision from which to go on")
def _(client, prefix):
    first = client.put(prefix + "k", "1").header.revision
    last = client.put(prefix + "k", "2").header.revision
    client.compact(last, physical=True)
    events, _ = client.watch(prefix + "k", start_revision=first)
    try:
        next(events)
    except etcd3.exceptions.RevisionCompactedError as error:
        same(error.compacted_revision, last)
    else:
        raise AssertionError("it was not refused")


@checks.that("watch_once waits for one event, or for its time to pass")
def _(client, prefix):
    threading.Timer(0.2, lambda: client.put(prefix + "k", "1")).start()
    same(client.watch_once(prefix + "k", timeout=10).value, b"1")
    try:
        client.watch_once(prefix + "none", timeout=0.2)
    except etcd3.exceptions.WatchTimedOut:
        return
    raise AssertionError("something came")


@checks.that("a lock is held by one, waited for by another, and handed on")
def _(client, prefix):
    first, second = client.lock(prefix + "l", ttl=20), client.lock(prefix + "l", ttl=20)
    same(first.acquire(), True)
    same(second.acquire(timeout=0.2), False)
    threading.Timer(0.2, first.release).start()
    same(second.acquire(timeout=10), True)
    same((first.is_acquired(), second.is_acquired()), (False, True))
    same(second.release(), True)


@checks.that("status, members and alarms")
def _(client, prefix):
    status = client.status()
    members = list(client.members)
    same((len(members), status.leader.id), (1, members[0].id))
    assert status.raft_index > 0 and status.db_size > 0
    same(list(client.list_alarms()), [])


@checks.that("etcd's refusals arrive as errors of gRPC")
def _(client, prefix):
    try:
        client.put("", "v")
    except Exception as error:  # noqa: B902, the library lets gRPC's through
        same(error.details(), "etcdserver: key is not provided")
    else:
        raise AssertionError("it was not refused")


@checks.that("hash, defragment and a snapshot")
def _(client, prefix):
    client.put(prefix + "k", "v")
    assert isinstance(client.hash(), int)
    client.defragment()
    file = io.BytesIO()
    client.snapshot(file)
    assert len(file.getvalue()) > 0


checks.run(lambda: etcd3.client(timeout=10, **address()))
