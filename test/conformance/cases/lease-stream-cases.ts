import {
  at,
  type Case,
  grant,
  keepAlive,
  kept,
  kv,
  leases,
  put,
  range,
  revoke,
  timeToLive,
  tombstone,
} from "./case.ts";

const renewed = (ID: number, TTL: number) => ({ ...at(1), ID, TTL });

/** Keep-alive streams, and what time does to leases. */
export const leaseStreamCases: readonly Case[] = [
  {
    name: "one keep-alive stream serves many leases, and answers in the order of the requests",
    given: [grant({ ID: 1, TTL: 60 }), grant({ ID: 2, TTL: 70 }), grant({ ID: 3, TTL: 80 })],
    steps: [
      { open: "LeaseKeepAlive" },
      { send: [{ ID: 2 }, { ID: 1 }, { ID: 2 }, { ID: 3 }] },
      { next: [renewed(2, 70), renewed(1, 60), renewed(2, 70), renewed(3, 80)] },
    ],
  },
  {
    name: "a keep-alive stream lives on after an answer about a lease that is not there",
    given: [grant({ ID: 1, TTL: 60 })],
    steps: [
      { open: "LeaseKeepAlive" },
      { send: [{ ID: 404 }, { ID: 1 }] },
      { next: [{ ...at(1), ID: 404 }, renewed(1, 60)] },
    ],
  },
  {
    name: "a keep-alive stream that is half-closed ends well",
    given: [grant({ ID: 1, TTL: 60 })],
    steps: [
      { open: "LeaseKeepAlive" },
      { send: [{ ID: 1 }] },
      { halfClose: "the stream" },
      { next: [renewed(1, 60)] },
      { ends: "OK" },
    ],
  },
  {
    name: "a lease that was granted without an id is renewed by the one it was given",
    steps: [
      {
        ask: grant({ TTL: 60 }),
        keep: { lease: "ID" },
        answer: { ...at(1), ID: kept("lease"), TTL: 60 },
      },
      { open: "LeaseKeepAlive" },
      { send: [{ ID: kept("lease") }] },
      { next: [{ ...at(1), ID: kept("lease"), TTL: 60 }] },
      { ask: leases, answer: { ...at(1), leases: [{ ID: kept("lease") }] } },
    ],
  },
  {
    name: "a lease that runs out takes its keys with it, in one revision, and is gone",
    given: [
      grant({ ID: 7, TTL: 2 }),
      put("k2", "", { lease: 7 }),
      put("k1", "", { lease: 7 }),
      put("stays", ""),
    ],
    steps: [
      { open: "Watch" },
      { send: [{ create_request: { key: "k", range_end: "l" } }] },
      {
        next: [
          { ...at(4), created: true },
          {
            ...at(5),
            events: [
              { type: "DELETE", kv: tombstone("k1", 5) },
              { type: "DELETE", kv: tombstone("k2", 5) },
            ],
          },
        ],
      },
      { ask: timeToLive({ ID: 7 }), answer: { ...at(5), ID: 7, TTL: -1 } },
      { ask: range({ key: "stays", count_only: true }), answer: { ...at(5), count: 1 } },
      { ask: revoke(7), refusal: ["NOT_FOUND", "etcdserver: requested lease not found"] },
    ],
  },
  {
    name: "a keep-alive gives a lease all of its time again",
    given: [grant({ ID: 7, TTL: 3 }), grant({ ID: 8, TTL: 2 }), put("k", "", { lease: 8 })],
    steps: [
      { open: "Watch" },
      { send: [{ create_request: { key: "k" } }] },
      { next: [{ ...at(2), created: true }] },
      { open: "LeaseKeepAlive", on: "keep-alives" },
      { send: [{ ID: 7 }], on: "keep-alives" },
      { next: [{ ...at(2), ID: 7, TTL: 3 }], on: "keep-alives" },
      { next: [{ ...at(3), events: [{ type: "DELETE", kv: tombstone("k", 3) }] }] },
      { ask: keepAlive({ ID: 7 }), answer: { ...at(3), ID: 7, TTL: 3 } },
      { ask: timeToLive({ ID: 7 }), answer: { ...at(3), ID: 7, TTL: 2, grantedTTL: 3 } },
    ],
  },
  {
    name: "a lease without keys runs out, and that makes no revision",
    given: [grant({ ID: 7, TTL: 2 }), grant({ ID: 8, TTL: 3 }), put("k", "", { lease: 8 })],
    steps: [
      { open: "Watch" },
      { send: [{ create_request: { key: "k" } }] },
      {
        next: [
          { ...at(2), created: true },
          { ...at(3), events: [{ type: "DELETE", kv: tombstone("k", 3) }] },
        ],
      },
      { ask: leases, answer: at(3) },
      { ask: timeToLive({ ID: 7 }), answer: { ...at(3), ID: 7, TTL: -1 } },
    ],
  },
  {
    name: "a key that is put again without a lease outlives the one it had",
    given: [
      grant({ ID: 7, TTL: 2 }),
      put("k1", "", { lease: 7 }),
      put("k2", "", { lease: 7 }),
      put("k1", "stays"),
    ],
    steps: [
      { open: "Watch" },
      { send: [{ create_request: { key: "k", range_end: "l", prev_kv: true } }] },
      {
        next: [
          { ...at(4), created: true },
          {
            ...at(5),
            events: [
              {
                type: "DELETE",
                kv: tombstone("k2", 5),
                prev_kv: kv("k2", "", 3, 3, 1, { lease: 7 }),
              },
            ],
          },
        ],
      },
      {
        ask: range({ key: "k1" }),
        answer: { ...at(5), kvs: [kv("k1", "stays", 2, 4, 2)], count: 1 },
      },
    ],
  },
];
