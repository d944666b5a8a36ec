import * as lnd from "@leaderlab/proto/lnd";
import { type Implementation, implement } from "@leaderlab/rpc";
import { LndError } from "../errors.ts";
import { checkAccount, checkConfirmations } from "./lightning/chain-handlers.ts";
import { nothingUntil } from "./lightning/event-handlers.ts";
import type { LightningParts } from "./lightning/lightning-parts.ts";

/** What a node without a chain takes for the least fee: satoshis for a thousand units of weight. */
const floorSatPerKw = 253;
/** An empty block: a header of zeros with the time of the node's start, and no transactions. */
const headerBytes = { all: 80, time: 68 } as const;

/** lnd's smaller services, as far as they answer something on a node that is alone. */
export function createSmallerServices(parts: LightningParts): readonly Implementation[] {
  return [
    createWalletKit(parts),
    createChainKit(parts),
    createChainNotifier(),
    implement(lnd.autopilot, { Status: () => ({}) }),
    implement(lnd.watchtower, {
      GetInfo() {
        throw new LndError("watchtowerInactive");
      },
    }),
    implement(lnd.watchtowerClient, { ListTowers: noTowers, Stats: noTowers, Policy: noTowers }),
    implement(lnd.neutrinoKit, {
      Status() {
        throw new LndError("neutrinoInactive");
      },
    }),
    implement(lnd.signer, {}),
    implement(lnd.peers, {}),
  ];
}

function noTowers(): never {
  throw new LndError("watchtowerClientInactive");
}

function createWalletKit({ served }: LightningParts): Implementation {
  return implement(lnd.walletKit, {
    ListUnspent({ min_confs, max_confs }) {
      checkConfirmations(min_confs, max_confs);
      return {};
    },
    ListLeases: () => ({}),
    PendingSweeps: () => ({}),
    ListSweeps: ({ verbose }) => (verbose ? { transaction_details: {} } : { transaction_ids: {} }),
    RequiredReserve: () => ({}),
    EstimateFee({ conf_target }) {
      if (conf_target <= 0) throw new LndError("confirmationTarget");
      return { sat_per_kw: floorSatPerKw, min_relay_fee_sat_per_kw: floorSatPerKw };
    },
    DeriveKey({ key_family, key_index }) {
      if (key_family < 0 || key_index < 0) throw new LndError("notSimulated", "a negative key");
      return describeKey(served().keys.ofFamily(key_family, key_index), key_family, key_index);
    },
    async DeriveNextKey({ key_family }) {
      if (key_family < 0) throw new LndError("accountNumber");
      const { keys, addresses } = served();
      const index = await addresses.nextKeyIndex(key_family);
      return describeKey(keys.ofFamily(key_family, index), key_family, index);
    },
    async NextAddr({ account, type, change }) {
      checkAccount(account);
      const { addresses } = served();
      switch (type) {
        case "NESTED_WITNESS_PUBKEY_HASH":
          return { addr: await addresses.next("nested", change) };
        case "TAPROOT_PUBKEY":
          return { addr: await addresses.next("taproot", change) };
        case "HYBRID_NESTED_WITNESS_PUBKEY_HASH":
          throw new LndError("nextAddressType", type);
        default:
          return { addr: await addresses.next("witness", change) };
      }
    },
  });
}

function describeKey(key: Buffer, key_family: number, key_index: number) {
  return { raw_key_bytes: key, key_loc: { key_family, key_index } };
}

/** A node without a chain backend knows one block, which it made up, and gives it for every question. */
function createChainKit({ facts }: LightningParts): Implementation {
  const header = () => {
    const bytes = Buffer.alloc(headerBytes.all);
    bytes.writeUInt32LE(facts().tip.timestamp, headerBytes.time);
    return bytes;
  };
  const hash = () => Buffer.from(facts().tip.hash, "hex").reverse();
  return implement(lnd.chainKit, {
    GetBestBlock: () => ({ block_hash: hash(), block_height: facts().tip.height }),
    GetBlockHash: () => ({ block_hash: hash() }),
    GetBlockHeader: () => ({ raw_block_header: header() }),
    GetBlock: () => ({ raw_block: Buffer.concat([header(), Buffer.from([0])]) }),
  });
}

/** Without a chain backend nothing is ever told of blocks, not even the present one. */
function createChainNotifier(): Implementation {
  return implement(lnd.chainNotifier, {
    RegisterBlockEpochNtfn: (_request, call) => nothingUntil(call.signal),
    RegisterConfirmationsNtfn: (_request, call) => nothingUntil(call.signal),
    RegisterSpendNtfn: (_request, call) => nothingUntil(call.signal),
  });
}
