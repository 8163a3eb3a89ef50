import { InvalidRequestError } from "../errors.ts";
import { isStatus } from "./check.ts";
import type { Drift } from "./drift.ts";
import { type HarSkipReason, parseJson, readBody, readExchange } from "./har-entry.ts";
import { matchOperation } from "./har-match.ts";
import { cut } from "./sample.ts";

/** An entry of a HAR file that was not compared. Without its address, which may hold anything. */
export interface HarSkip {
  /** Number of the entry in `log.entries`, from 0. */
  readonly index: number;
  /** `undefined` where it has none. */
  readonly method: string | undefined;
  /** Host and port; `undefined` where its address is none. */
  readonly host: string | undefined;
  readonly reason: HarSkipReason;
}

/** What was read of a HAR file. */
export interface HarReading {
  /** Entries that were compared, or whose status was. */
  readonly compared: number;
  readonly skipped: readonly HarSkip[];
}

/**
 * Looks at the exchanges that a HAR 1.2 file has recorded, such as the export of a browser or of a proxy. An exchange is of
 * an operation when method and path are, at the vendor's host, or at another where no vendor's is.
 * Headers, cookies and requests are not looked at.
 *
 * ```ts
 * import { createDrift, readHar } from "@agent-chats/client/drift";
 * import { jsonSchemas } from "@agent-chats/schema/cargo/json-schemas";
 *
 * const drift = createDrift(cargo.api.vendor, jsonSchemas);
 * const { compared, skipped } = readHar(harText, [drift]);
 * console.log(compared, skipped.length);
 * ```
 *
 * @param har the text of the file, or what `JSON.parse` made of it.
 * @param drifts watches that the answers are given to, one a vendor.
 * @throws {InvalidRequestError} where it is no HAR file, or there is no watch.
 */
export function readHar(har: unknown, drifts: readonly Drift[]): HarReading {
  if (drifts.length === 0) throw invalid(drifts, "drifts", "there is no drift watch to give its answers to");
  const skipped: HarSkip[] = [];
  let compared = 0;
  for (const [index, entry] of readEntries(har, drifts).entries()) {
    const exchange = readExchange(entry);
    const reason = exchange ? compareExchange(exchange, drifts) : "no entry";
    if (reason === undefined) compared++;
    else skipped.push({ index, method: exchange && cut(exchange.method), host: exchange?.url.host, reason });
  }
  return { compared, skipped };
}

type Exchange = NonNullable<ReturnType<typeof readExchange>>;

function compareExchange(exchange: Exchange, drifts: readonly Drift[]): HarSkipReason | undefined {
  const match = matchOperation(exchange, drifts);
  if (typeof match === "string") return match;
  const { drift, operation } = match;
  const { status } = exchange;
  if (!isStatus(status)) return "no answer";
  if (status === 304) return "not modified";
  const body = readBody(exchange);
  // A success has a body that can be compared. Of an error the status counts, whatever a gateway made of its body.
  if ("problem" in body && operation.statuses.includes(status) && status < 300) return body.problem;
  drift.add(operation.id, status, "problem" in body ? undefined : body.value);
  return undefined;
}

function readEntries(har: unknown, drifts: readonly Drift[]): readonly unknown[] {
  const file = typeof har === "string" ? parse(har, drifts) : har;
  const log = typeof file === "object" && file !== null && "log" in file ? file.log : undefined;
  if (typeof log !== "object" || log === null) throw invalid(drifts, "har", "it is no HAR: there is no object log");
  const entries = "entries" in log ? log.entries : undefined;
  if (!Array.isArray(entries)) throw invalid(drifts, "har", "it is no HAR: there is no list log.entries");
  return entries;
}

/** The parser's own error is not kept: it quotes the file, which is full of secrets. */
function parse(text: string, drifts: readonly Drift[]): unknown {
  try {
    return parseJson(text);
  } catch {
    throw invalid(drifts, "har", `the text is no JSON, or is cut; it has ${text.length} characters`);
  }
}

function invalid(drifts: readonly Drift[], parameter: string, problem: string): InvalidRequestError {
  const vendor = drifts.map((drift) => drift.vendor.id).join(", ");
  return new InvalidRequestError(`The HAR file cannot be read: ${problem}.`, { vendor }, parameter);
}
