/** Spans of time in words, always as wide as the one before where they tick: nothing on the page may jump. */

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

const two = (value: number) => String(value).padStart(2, "0");

/** A measured span, to the hundredth of a second: `2.69 s`, from a minute on `1 min 05 s`. */
export function formatMeasured(ms: number): string {
  // 59 995 ms would be rounded up to "60.00 s".
  return ms < minuteMs - 5 ? `${(Math.max(0, ms) / secondMs).toFixed(2)} s` : formatLong(ms);
}

/** A span that runs while one looks, to the tenth of a second at first: `1.2 s`, `42 s`, `3 min 12 s`, `1 h 05 min`. */
export function formatRunning(ms: number): string {
  if (ms < 10 * secondMs) return formatTenths(ms);
  return ms < minuteMs ? `${Math.floor(ms / secondMs)} s` : formatLong(ms);
}

/** What is left of a lease: tenths of a second below 100 s, where each of them counts. */
export function formatLeft(ms: number): string {
  return ms < 100 * secondMs ? formatTenths(ms) : formatLong(ms);
}

/** Where an event stands on the timeline: `00:05.936` since its beginning, `1:02:05.936` after an hour. */
export function formatStamp(atMs: number): string {
  const ms = Math.floor(Math.max(0, atMs));
  const hours = Math.floor(ms / hourMs);
  const rest = `${two(Math.floor(ms / minuteMs) % 60)}:${two(Math.floor(ms / secondMs) % 60)}`;
  const stamp = `${rest}.${String(ms % secondMs).padStart(3, "0")}`;
  return hours === 0 ? stamp : `${hours}:${stamp}`;
}

/** Cut off, not rounded: a span that has not yet lasted a second must not say so. */
function formatTenths(ms: number): string {
  return `${(Math.floor(Math.max(0, ms) / 100) / 10).toFixed(1)} s`;
}

function formatLong(ms: number): string {
  const seconds = Math.floor(ms / secondMs);
  if (ms < hourMs) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  return `${Math.floor(ms / hourMs)} h ${two(Math.floor(ms / minuteMs) % 60)} min`;
}
