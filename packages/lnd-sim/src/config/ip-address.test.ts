import assert from "node:assert/strict";
import { test } from "node:test";
import { isInRange, parseIp, parseIpRange } from "./ip-address.ts";

test("an IPv4 address is the same address when it is written as an IPv6 one", () => {
  assert.equal(parseIp("1.2.3.4"), parseIp("::ffff:1.2.3.4"));
  assert.equal(parseIp("::ffff:102:304"), parseIp("1.2.3.4"));
  assert.equal(parseIp("fe80::1"), (0xfe80n << 112n) | 1n);
  for (const text of ["1.2.3", "01.2.3.4", "fe80::1%eth0", "", "g::"]) {
    assert.equal(parseIp(text), undefined, text);
  }
});

test("a range holds the addresses that begin as it does", () => {
  const range = parseIpRange("10.0.0.0/9");
  const [inside, outside] = [parseIp("10.127.255.255"), parseIp("10.128.0.0")];
  assert.ok(range !== undefined && inside !== undefined && outside !== undefined);
  assert.equal(isInRange(inside, range), true);
  assert.equal(isInRange(outside, range), false);
  for (const text of ["10.0.0.0/33", "10.0.0.0", "::/129", "x/8"]) {
    assert.equal(parseIpRange(text), undefined, text);
  }
});
