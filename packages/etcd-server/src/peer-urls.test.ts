import assert from "node:assert/strict";
import { test } from "node:test";
import { readPeerUrls } from "./peer-urls.ts";

test("peer URLs have a scheme, a host and a port, and come in order", () => {
  assert.deepEqual(
    readPeerUrls([" http://b:2 ", "HTTPS://[::1]:1", "http://10.0.0.1:", "unix://any/thing"]),
    ["http://10.0.0.1:", "http://b:2", "https://[::1]:1", "unix://any/thing"],
  );
});

test("without a URL, and with one of another form, they are refused", () => {
  const unfit = [
    "",
    "foo",
    "http://h",
    "http://h:1/",
    "http://h:1/x",
    "ftp://h:1",
    "http://h:x",
    "h:1",
  ];
  for (const urls of [[], ...unfit.map((url) => [url]), ["http://h:1", "foo"]]) {
    assert.throws(() => readPeerUrls(urls), { reason: "badMemberUrls" }, String(urls));
  }
});
