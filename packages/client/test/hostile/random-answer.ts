import { mutateBytes, mutateValue } from "./mutate.ts";
import type { Random } from "./random.ts";

const dates = ["Wed, 18 Nov 2026 08:41:07 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "yesterday", "", "-5"];
/** Headers that the client reads, and values for them. */
const headerValues: Readonly<Record<string, readonly string[]>> = {
  "content-type": ["application/json", "text/html", "text/plain; charset=latin1", "", 'application/json; charset="x'],
  "content-length": ["0", "1", "99999999999", "-1", "x"],
  "content-encoding": ["gzip", "br", "x"],
  "retry-after": ["0", "1", "86400", "99999999999999999999", "1e3", "soon", ...dates],
  "x-request-id": ["req-1", "", "x".repeat(10_000)],
  "pagination-count": ["0", "3", "8", "-1", "1e9", "9007199254740993", "NaN", "", "8, 8"],
  date: dates,
  location: ["/", "", "http://[", "https://elsewhere.example/", "?offset=1", "javascript:0", "//"],
};
const failures: readonly unknown[] = [
  new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) }),
  new DOMException("This operation was aborted", "AbortError"),
  new DOMException("It took too long", "TimeoutError"),
  ...["a text", undefined, null, 0, {}, Object.create(null), Object.freeze(new Error("frozen"))],
  new AggregateError([new Error("IPv6"), new Error("IPv4")]),
];
/** What a function given as fetch may give instead of a response. */
const notResponses: readonly unknown[] = [
  undefined,
  null,
  {},
  "200",
  { status: "200" },
  { status: 200, ok: true },
  200,
];
const bodiless = [204, 205, 304];

/** Gives a random answer to a request, made from an answer in which nothing is wrong; or fails. */
export async function answerAtRandom(
  examples: readonly unknown[],
  random: Random,
  signal: AbortSignal,
): Promise<Response> {
  if (random.once(40)) throw random.pick(failures);
  if (random.once(300)) return random.pick(notResponses) as Response;
  if (random.once(300)) return Response.error();
  const status = random.once(8) ? random.pick([...bodiless, 200 + random.below(400)]) : 200;
  const body = bodiless.includes(status) ? null : toStream(toBody(examples, random), random, signal);
  const response = new Response(body, { status, headers: toHeaders(random) });
  if (random.once(500)) await response.text().catch(() => {});
  return response;
}

function toHeaders(random: Random): Headers {
  const headers = new Headers({ "content-type": "application/json" });
  for (const [name, values] of Object.entries(headerValues)) {
    if (random.once(5)) headers.set(name, random.pick(values));
  }
  return headers;
}

function toBody(examples: readonly unknown[], random: Random): Uint8Array {
  if (random.once(60)) return Uint8Array.from({ length: random.below(300) }, () => random.below(256));
  let value: unknown = random.pick(examples);
  for (let mutations = random.below(4); mutations > 0; mutations--) value = mutateValue(value, random);
  let bytes: Uint8Array = new TextEncoder().encode(JSON.stringify(value) ?? "");
  for (let mutations = random.once(8) ? 1 + random.below(3) : 0; mutations > 0; mutations--) {
    bytes = mutateBytes(bytes, random);
  }
  return bytes;
}

/** The bytes in pieces; now and then they break off, or nothing follows. */
function toStream(bytes: Uint8Array, random: Random, signal: AbortSignal): ReadableStream<Uint8Array> {
  const pieces = random.once(2) ? 1 : 1 + random.below(5);
  const size = Math.ceil(bytes.length / pieces);
  const breaksAt = random.once(40) ? random.below(pieces + 1) : -1;
  const stallsAt = random.once(1000) ? random.below(pieces + 1) : -1;
  let piece = 0;
  return new ReadableStream({
    pull(controller) {
      if (piece === breaksAt) return controller.error(random.pick(failures));
      if (piece === stallsAt)
        return signal.addEventListener("abort", () => controller.error(signal.reason), { once: true });
      if (piece === pieces) return controller.close();
      const chunk = bytes.subarray(piece * size, (piece + 1) * size);
      piece++;
      controller.enqueue(chunk);
    },
  });
}
