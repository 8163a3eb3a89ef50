import type { Random } from "../random.ts";

/** Address blocks that are set aside for documentation (RFC 5737). */
const documentation = ["192.0.2", "198.51.100", "203.0.113"] as const;

/** An IPv4 address that belongs to nobody. */
export function createAddress(random: Random): string {
  return `${random.pick(documentation)}.${random.integer(1, 254)}`;
}

/** How telephone numbers that are set aside for fiction begin, and how many digits follow. */
const fictitious: Readonly<Record<string, readonly [prefix: string, digits: number]>> = {
  US: ["+1202555 01", 2],
  GB: ["+447700900", 3],
  FR: ["+3363998", 4],
  DE: ["+49152289", 5],
};

/** A telephone number of nobody; of a country without any for fiction, one of the United States. */
export function createPhoneNumber(random: Random, country: string): string {
  const [prefix, digits] = fictitious[country] ?? ["+1", 0];
  if (digits === 0) return `+1${random.integer(201, 989)}55501${padded(random, 2)}`;
  return prefix.replace(" ", "") + padded(random, digits);
}

function padded(random: Random, digits: number): string {
  return String(random.integer(0, 10 ** digits - 1)).padStart(digits, "0");
}

const browsers = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  "Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0",
] as const;

/** How a browser names itself. */
export function createUserAgent(random: Random): string {
  return random.pick(browsers);
}
