import * as lnd from "@leaderlab/proto/lnd";
import type { RpcClient } from "@leaderlab/rpc/client";

/**
 * Creates the wallet as a person would with `lncli create`: a new seed, then the wallet from it. Rejects with an
 * RpcError when the node refuses or is gone. The client is closed.
 */
export async function createWalletOver(client: RpcClient, password: string): Promise<void> {
  const { GenSeed, InitWallet } = lnd.walletUnlocker.methods;
  try {
    const { cipher_seed_mnemonic } = await client.unary(GenSeed, {});
    await client.unary(InitWallet, {
      wallet_password: Buffer.from(password),
      cipher_seed_mnemonic,
    });
  } finally {
    client.close();
  }
}
