import { readFileSync } from "node:fs";
import * as lnd from "@leaderlab/proto/lnd";
import { createRpcClient } from "@leaderlab/rpc/client";
import type { WalletlessNode } from "../fabric.ts";

/**
 * Creates the wallet as a person would with `lncli create`: a new seed, then the wallet from it. Rejects with an
 * RpcError when the node refuses or is gone.
 */
export async function createWalletOn(node: WalletlessNode): Promise<void> {
  const { GenSeed, InitWallet } = lnd.walletUnlocker.methods;
  const client = createRpcClient(node.rpcAddress, { ca: readFileSync(node.tlsCertPath) });
  try {
    const { cipher_seed_mnemonic } = await client.unary(GenSeed, {});
    const wallet_password = Buffer.from(node.password);
    await client.unary(InitWallet, { wallet_password, cipher_seed_mnemonic });
  } finally {
    client.close();
  }
}
