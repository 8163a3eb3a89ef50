/** A number with its word: `1 finding`, `1,204 findings`. */
export function count(number: number, word: string, words = `${word}s`): string {
  return `${format(number)} ${number === 1 ? word : words}`;
}

/** A number with separators between thousands. */
export function format(number: number): string {
  return number.toLocaleString("en-GB");
}

/** How long something took: `840 ms`, `7.2 s`, `1 min 11 s`. */
export function formatDuration(durationMs: number): string {
  if (!(durationMs >= 0)) return "unknown";
  if (durationMs < 1_000) return `${Math.round(durationMs)} ms`;
  if (durationMs < 59_950) return `${(durationMs / 1_000).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1_000);
  return `${format(Math.floor(seconds / 60))} min ${seconds % 60} s`;
}

/** A time for people: `25 November 2026, 03:37 UTC`. What is no time stays as it is. */
export function formatTime(isoTime: string): string {
  const time = new Date(isoTime);
  if (Number.isNaN(time.getTime())) return isoTime;
  const text = time.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return `${text.replace(" at ", ", ")} UTC`;
}

/** `Cargo, Cotool and Invent`. */
export function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
