"""Uses an etcd by way of the library etcd3gw, unchanged, over the JSON gateway."""

import threading

import etcd3gw
from etcd3gw import exceptions
from checks import Checks, address, same

checks = Checks()


@checks.that("the version is read, and with it the path of the API")
def _(client, prefix):
    same(client.api_path, "/v3/")


@checks.that("put, get and delete")
def _(client, prefix):
    same(client.get(prefix + "k"), [])
    same(client.put(prefix + "k", "one"), True)
    same(client.get(prefix + "k"), [b"one"])
    [(value, metadata)] = client.get(prefix + "k", metadata=True)
    same((value, metadata["version"]), (b"one", "1"))
    same(client.delete(prefix + "k"), True)
    same(client.delete(prefix + "k"), False)


@checks.that("bytes are bytes")
def _(client, prefix):
    client.put(prefix + "k", b"\x00\xff\xfe")
    same(client.get(prefix + "k"), [b"\x00\xff\xfe"])


@checks.that("get_prefix and get_all, sorted")
def _(client, prefix):
    for name, value in (("a", "3"), ("b", "1"), ("c", "2")):
        client.put(prefix + name, value)
    same([value for value, _ in client.get_prefix(prefix)], [b"3", b"1", b"2"])
    sorted_ = client.get_prefix(prefix, sort_order="descend", sort_target="value")
    same([value for value, _ in sorted_], [b"3", b"2", b"1"])
    assert len(client.get_all()) >= 3
    same(client.delete_prefix(prefix), True)
    same(client.get_prefix(prefix), [])


@checks.that("create and replace compare before they write")
def _(client, prefix):
    key = prefix + "k"
    same(client.create(key, "1"), True)
    same(client.create(key, "2"), False)
    same(client.replace(key, "wrong", "3"), False)
    same(client.replace(key, "1", "3"), True)
    same(client.get(key), [b"3"])


@checks.that("a lease is refreshed, tells its time and its keys, and takes them when it is revoked")
def _(client, prefix):
    lease = client.lease(ttl=60)
    client.put(prefix + "k", "v", lease)
    same(lease.keys(), [(prefix + "k").encode()])
    same(lease.refresh(), 60)
    assert 50 < lease.ttl() <= 60
    same(lease.revoke(), True)
    same(client.get(prefix + "k"), [])


@checks.that("a lock is held by one, and free when it was released")
def _(client, prefix):
    first, second = client.lock(prefix + "l", ttl=20), client.lock(prefix + "l", ttl=20)
    same(first.acquire(), True)
    same(second.acquire(), False)
    same(first.refresh(), 20)
    same(first.is_acquired(), True)
    same(first.release(), True)
    same(second.acquire(), True)
    same(second.release(), True)


@checks.that("a watch tells one event a line, until it is canceled")
def _(client, prefix):
    events, cancel = client.watch_prefix(prefix)
    for count in range(20):
        client.put(prefix + "k", str(count))
    client.delete(prefix + "k")
    same([next(events)["kv"]["value"] for _ in range(20)], [b"%d" % n for n in range(20)])
    same(next(events)["type"], "DELETE")
    cancel()


@checks.that("watch_once waits for one event, or for its time to pass")
def _(client, prefix):
    threading.Timer(0.3, lambda: client.put(prefix + "k", "1")).start()
    same(client.watch_once(prefix + "k", timeout=10)["kv"]["value"], b"1")
    try:
        client.watch_once(prefix + "none", timeout=0.3)
    except exceptions.WatchTimedOut:
        return
    raise AssertionError("something came")


@checks.that("status and members")
def _(client, prefix):
    status, [member] = client.status(), client.members()
    same((status["leader"], member["name"]), (member["ID"], "default"))


@checks.that("etcd's refusals arrive as errors with etcd's words")
def _(client, prefix):
    try:
        client.put("", "v")
    except exceptions.Etcd3Exception as error:
        assert "etcdserver: key is not provided" in error.detail_text, error.detail_text
    else:
        raise AssertionError("it was not refused")


checks.run(lambda: etcd3gw.client(timeout=10, **address()))
