import { goTexts, systemReasons } from "./go-texts.ts";

/** Why the system refused, in Go's words; an error that is none of the system's keeps its own. */
export function goErrorReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return systemReasons[codeOf(error) ?? ""] ?? error.message;
}

/** What was done with a file, as Go calls it. */
export type GoFileAction = "open" | "read" | "remove";

/** Why something could not be done with a file: `open /x/tls.cert: permission denied`. Mirrors: Go fs.PathError. */
export function goFileError(action: GoFileAction, path: string, error: unknown): string {
  return goTexts.path(action, path, goErrorReason(error));
}

/** Why a file could not be read. A folder can be opened; it is reading it that fails. Mirrors: Go os.ReadFile. */
export function goReadError(path: string, error: unknown): string {
  return goFileError(codeOf(error) === "EISDIR" ? "read" : "open", path, error);
}

/**
 * Why nothing can listen at a place such as `tcp 127.0.0.1:2379`: `listen tcp 127.0.0.1:2379: bind: address already in
 * use`. Mirrors: Go net.OpError of net.Listen.
 */
export function goListenError(place: string, error: unknown): string {
  return goTexts.socket("listen", place, goTexts.systemCall("bind", goErrorReason(error)));
}

/** Why a place such as `unix /run/lnd.sock` cannot be dialled. Mirrors: Go net.OpError of net.Dial. */
export function goDialError(place: string, error: unknown): string {
  return goTexts.socket("dial", place, goTexts.systemCall("connect", goErrorReason(error)));
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
