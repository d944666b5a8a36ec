/** A signal that never aborts; a new one each time, because Node warns of a signal that many listen to. */
export function neverAborts(): AbortSignal {
  return new AbortController().signal;
}
