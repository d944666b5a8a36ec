import type { Clock, Random } from "@leaderlab/clock";
import { goFileError } from "@leaderlab/golang";
import * as lnd from "@leaderlab/proto/lnd";
import { type Implementation, implement, RpcError } from "@leaderlab/rpc";
import type { MacaroonPaths } from "../config/lnd-config.ts";
import { LndError } from "../errors.ts";
import type { Files } from "../files.ts";
import { type DecipheredSeed, decipherSeed, generateSeed } from "../seed.ts";
import type { StretchSecret } from "../stretch-secret.ts";
import type { WalletDoor } from "../wallet-door.ts";

const minPasswordBytes = 8;
const rootKeyBytes = 32;
/** The password that `--noseedbackup` gives a wallet. Mirrors: lnd lnwallet.DefaultPrivatePassphrase. */
export const defaultPassword = Buffer.from("hello");

/** What the service works with besides the door. */
export interface WalletUnlockerParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly files: Pick<Files, "remove">;
  readonly stretchSecret: StretchSecret;
}

/** lnd's WalletUnlocker service: it answers while the wallet is not open yet. Its checks come in lnd's order. */
export function createWalletUnlockerService(
  door: WalletDoor,
  macaroonPaths: MacaroonPaths,
  { clock, random, files, stretchSecret }: WalletUnlockerParts,
): Implementation {
  return implement(lnd.walletUnlocker, {
    async GenSeed(request) {
      if (await door.exists()) throw new LndError("walletExists");
      const entropy = request.seed_entropy;
      if (entropy.length !== 0 && entropy.length !== 16) {
        throw new LndError("wrongEntropyLength", entropy.length);
      }
      const seed = await generateSeed({
        ...(entropy.length > 0 && { entropy }),
        passphrase: request.aezeed_passphrase,
        random,
        stretchSecret,
        birthdayUnixMs: clock.unixNow(),
      });
      return { cipher_seed_mnemonic: seed.words, enciphered_seed: seed.encipheredSeed };
    },
    async InitWallet(request) {
      const password = request.wallet_password;
      if (password.length < minPasswordBytes) throw new LndError("passwordTooShort");
      if (request.recovery_window < 0) {
        throw new LndError("negativeRecoveryWindow", request.recovery_window);
      }
      const rootKey = request.macaroon_root_key;
      if (rootKey.length !== 0 && rootKey.length !== rootKeyBytes) {
        throw new LndError("wrongRootKeyLength", rootKey.length);
      }
      if (await door.exists()) throw new LndError("walletExists");
      const seed = await seedOf(request, stretchSecret);
      const adminMacaroon = await door.create(
        { password, entropy: seed.entropy, birthday: Math.floor(seed.birthdayUnixMs / 1000) },
        { statelessInit: request.stateless_init, ...(rootKey.length > 0 && { rootKey }) },
      );
      return { admin_macaroon: adminMacaroon };
    },
    async UnlockWallet(request) {
      await door.unlock(request.wallet_password, { statelessInit: request.stateless_init });
      return {};
    },
    async ChangePassword(request) {
      if (!(await door.exists())) throw new LndError("walletNotFound");
      if (request.new_password.length < minPasswordBytes) throw new LndError("passwordTooShort");
      const given = request.current_password;
      const current = given.length === 0 ? defaultPassword : given;
      const { stateless_init: statelessInit, new_macaroon_root_key: replaceRootKey } = request;
      const adminMacaroon = await door.changePassword(current, request.new_password, {
        statelessInit,
        replaceRootKey,
        beforeChange: () => {
          if (statelessInit || replaceRootKey) {
            removeFiles(files, macaroonPaths, statelessInit);
          }
        },
      });
      return { admin_macaroon: adminMacaroon };
    },
  });
}

/** The seed that a wallet is created from: 24 words; the other ways that lnd has are not simulated. */
function seedOf(
  request: lnd.InitWalletRequest,
  stretchSecret: StretchSecret,
): Promise<DecipheredSeed> {
  const words = request.cipher_seed_mnemonic;
  if (words.length > 0 && request.extended_master_key !== "") {
    throw new LndError("seedAndExtendedKey");
  }
  if (words.length > 0) return decipherSeed(words, request.aezeed_passphrase, stretchSecret);
  if (request.extended_master_key !== "") throw notSimulated("extended_master_key");
  if ((request.watch_only?.accounts.length ?? 0) > 0) throw notSimulated("watch_only");
  throw new LndError("seedMissing");
}

/** Files that the change makes void. One that is not there is no matter for a node that was set up statelessly. */
function removeFiles(
  files: Pick<Files, "remove">,
  paths: MacaroonPaths,
  isStateless: boolean,
): void {
  for (const path of [paths.admin, paths.readonly, paths.invoice]) {
    try {
      files.remove(path);
    } catch (error) {
      if (isStateless) continue;
      throw new LndError("macaroonFileNotRemoved", goFileError("remove", path, error));
    }
  }
}

function notSimulated(field: string): RpcError {
  return new RpcError("UNIMPLEMENTED", `leaderlab does not simulate InitWallet with ${field}`);
}
