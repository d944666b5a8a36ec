import assert from "node:assert/strict";
import { test } from "node:test";
import { readGrpcRequest } from "./grpc-request.ts";

const call = { ":method": "POST", "content-type": "application/grpc" };

/** The status and text of a refusal, or what was read. */
function read(headers: Readonly<Record<string, string>>) {
  const raw = Object.entries(headers).flat();
  const request = readGrpcRequest({ ...call, ...headers }, raw);
  return "error" in request ? [request.status, request.error.code, request.error.message] : request;
}

test("a timeout has at most eight digits and one of six units", () => {
  const timeouts = { "2H": 7_200_000, "2M": 120_000, "2S": 2000, "2m": 2, "2u": 0.002, "2n": 2e-6 };
  for (const [text, timeoutMs] of Object.entries(timeouts)) {
    assert.deepEqual(read({ "grpc-timeout": text }), {
      contentType: "application/grpc",
      contentSubtype: "",
      encoding: "",
      timeoutMs,
    });
  }
  const problems = {
    "": 'transport: timeout string is too short: ""',
    S: 'transport: timeout string is too short: "S"',
    "1x": 'transport: timeout unit is not recognized: "1x"',
    "123456789S": 'transport: timeout string is too long: "123456789S"',
    aaS: 'strconv.ParseUint: parsing "aa": invalid syntax',
    "-1S": 'strconv.ParseUint: parsing "-1": invalid syntax',
  };
  for (const [text, problem] of Object.entries(problems)) {
    const refusal = [400, "INTERNAL", `malformed grpc-timeout: ${problem}`];
    assert.deepEqual(read({ "grpc-timeout": text }), refusal);
  }
});

test("the content type may name a codec behind + or ;, and nothing else is gRPC", () => {
  for (const [type, subtype] of [
    ["application/grpc+proto", "proto"],
    ["application/grpc;charset=utf-8", "charset=utf-8"],
    ["application/grpc+", ""],
  ] as const) {
    const request = readGrpcRequest({ ...call, "content-type": type }, []);
    assert.equal("contentSubtype" in request && request.contentSubtype, subtype);
  }
  for (const type of ["", "application/json", "application/grpc-web", "Application/grpc"]) {
    const text = `invalid gRPC request content-type "${type}"`;
    assert.deepEqual(read({ "content-type": type }), [415, "INVALID_ARGUMENT", text]);
  }
});

test("a header of bytes is base64, padded or not", () => {
  for (const value of ["", "AA==", "AA", "AAA=", "AAA", "AAAA"]) {
    assert.equal("timeoutMs" in read({ "some-bin": value }), true, value);
  }
  for (const [value, at] of [
    ["*", 0],
    ["AA*A", 2],
    ["AAAAA", 4],
  ] as const) {
    assert.deepEqual(read({ "some-bin": value }), [
      400,
      "INTERNAL",
      `malformed binary metadata "${value}" in header "some-bin": illegal base64 data at input byte ${at}`,
    ]);
  }
});
