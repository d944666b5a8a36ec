import { type GoIntegerKind, parseGoHex, parseGoInteger } from "@leaderlab/golang";
import * as lnd from "@leaderlab/proto/lnd";
import { checkSaveTo, storeOrPrintMacaroon } from "../admin-macaroon.ts";
import { cancelOnSignal } from "../cancel-on-signal.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { askNewPassword, Prompt } from "../prompt.ts";
import { wrapStatus } from "../rpc-status.ts";
import { seedWords } from "../seed-words.ts";
import type { RunVerb, VerbCall } from "../verb.ts";

const minPasswordBytes = 8;
const seedLength = 24;
const rootKeyBytes = 32;
const defaultRecoveryWindow = 2500;

/** What a wallet is made from. */
type Origin = Pick<
  lnd.InitWalletRequestInput,
  | "cipher_seed_mnemonic"
  | "aezeed_passphrase"
  | "extended_master_key"
  | "extended_master_key_birthday_timestamp"
  | "recovery_window"
>;

/** `lncli create`: asks for a password and for what to make a wallet from, and makes it. Mirrors: lncli create. */
export const runCreate: RunVerb = async (call) => {
  const { terminal, flags, connection } = call;
  for (const name of ["single_backup", "multi_backup", "multi_file"]) {
    if (flags.isSet(name)) throw new LncliError(lncliTexts.notSimulated(`--${name}`));
  }
  checkSaveTo(call);
  const signal = cancelOnSignal(terminal);
  const prompt = new Prompt(terminal, signal);
  const wallet_password = await askNewPassword(prompt, "Input wallet password: ", {
    refusalOf: (password) =>
      password.length < minPasswordBytes ? lncliTexts.passwordTooShort : undefined,
  });
  const origin = await askOrigin(call, prompt, signal);
  const words = origin.cipher_seed_mnemonic ?? [];
  if (words.length > 0) prompt.say(seedWords(words));
  const request = {
    ...origin,
    wallet_password,
    stateless_init: flags.boolean("stateless_init"),
    macaroon_root_key: rootKey(call),
  };
  const reply = await connection.unary(lnd.walletUnlocker.methods.InitWallet, request, signal);
  prompt.say("\nlnd successfully initialized!");
  storeOrPrintMacaroon(call, reply.admin_macaroon);
};

async function askOrigin(call: VerbCall, prompt: Prompt, signal: AbortSignal): Promise<Origin> {
  for (;;) {
    prompt.say();
    const answer = await prompt.ask(
      "Do you have an existing cipher seed mnemonic or extended master root key you want to use?\n" +
        "Enter 'y' to use an existing cipher seed mnemonic, 'x' to use an extended master root key \n" +
        "or 'n' to create a new seed (Enter y/x/n): ",
    );
    prompt.say();
    switch (answer.trim().toLowerCase()) {
      case "y":
        return askSeed(prompt);
      case "x":
        return askRootKey(prompt);
      case "n":
        return newSeed(call, prompt, signal);
      default:
    }
  }
}

async function askSeed(prompt: Prompt): Promise<Origin> {
  const answer = await prompt.ask("Input your 24-word mnemonic separated by spaces: ");
  const words = answer.trim().toLowerCase().split(" ");
  prompt.say();
  if (words.length !== seedLength) throw new LncliError(lncliTexts.wrongSeedLength(words.length));
  const passphrase = await prompt.askHidden(
    "Input your cipher seed passphrase (press enter if your seed doesn't have a passphrase): ",
  );
  return {
    cipher_seed_mnemonic: words,
    aezeed_passphrase: passphrase,
    recovery_window: await askRecoveryWindow(prompt),
  };
}

async function askRootKey(prompt: Prompt): Promise<Origin> {
  const answer = await prompt.ask(
    "Input your extended master root key (usually starting with xprv... on mainnet): ",
  );
  const birthday = await askNumber(prompt, {
    question:
      "Input an optional wallet birthday unix timestamp of first block to start scanning from (default 0): ",
    byDefault: 0n,
    kind: { isSigned: false, bits: 64, anyBase: false },
    refusal: lncliTexts.invalidBirthday,
  });
  return {
    extended_master_key: answer.trim(),
    extended_master_key_birthday_timestamp: birthday.toString(),
    recovery_window: await askRecoveryWindow(prompt),
  };
}

async function newSeed(call: VerbCall, prompt: Prompt, signal: AbortSignal): Promise<Origin> {
  prompt.say("Your cipher seed can optionally be encrypted.");
  const aezeed_passphrase = await askNewPassword(
    prompt,
    "Input your passphrase if you wish to encrypt it (or press enter to proceed without a cipher seed " +
      "passphrase): ",
    { isOptional: true },
  );
  prompt.say("\nGenerating fresh cipher seed...\n");
  try {
    const { GenSeed } = lnd.walletUnlocker.methods;
    const seed = await call.connection.unary(GenSeed, { aezeed_passphrase }, signal);
    return { cipher_seed_mnemonic: seed.cipher_seed_mnemonic, aezeed_passphrase };
  } catch (error) {
    throw wrapStatus(lncliTexts.noSeed, error);
  }
}

async function askRecoveryWindow(prompt: Prompt): Promise<number> {
  const window = await askNumber(prompt, {
    question: `Input an optional address look-ahead used to scan for used keys (default ${defaultRecoveryWindow}): `,
    byDefault: BigInt(defaultRecoveryWindow),
    kind: { isSigned: true, bits: 32, anyBase: false },
    refusal: lncliTexts.invalidRecoveryWindow,
  });
  return Number(window);
}

interface NumberQuestion {
  readonly question: string;
  /** What an empty answer means. */
  readonly byDefault: bigint;
  readonly kind: GoIntegerKind;
  /** What is said to an answer that is no such number, before it is asked again. */
  readonly refusal: (reason: string) => string;
}

async function askNumber(prompt: Prompt, question: NumberQuestion): Promise<bigint> {
  for (;;) {
    prompt.say();
    const answer = (await prompt.ask(question.question)).trim();
    prompt.say();
    if (answer === "") return question.byDefault;
    try {
      return parseGoInteger(answer, question.kind);
    } catch (error) {
      prompt.say(question.refusal((error as Error).message));
    }
  }
}

/** The macaroon root key of `--mac_root_key`, or nothing: then the node makes one. */
function rootKey({ flags }: VerbCall): Buffer {
  if (!flags.isSet("mac_root_key")) return Buffer.alloc(0);
  const key = readHex(flags.string("mac_root_key"));
  if (key.length === rootKeyBytes) return key;
  throw new LncliError(lncliTexts.rootKeyLength(key.length));
}

function readHex(text: string): Buffer {
  try {
    return parseGoHex(text);
  } catch (error) {
    throw new LncliError(lncliTexts.invalidRootKey((error as Error).message));
  }
}
