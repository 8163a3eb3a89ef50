import type { Fetch } from "./exchange.ts";
import { isNode, valueAt, withValueAt } from "./pointer.ts";
import { windowOf } from "./positions.ts";
import type { SpecOperation } from "./specs.ts";

/** A page of a recording: where it begins, and what was answered. */
interface RecordedPage {
  readonly start: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Answers any page of the list that a HAR file recorded: the items of its pages, each at its place. Throws where the
 * recording has no page of the operation, or a gap.
 */
export function fetchFromRecording(har: unknown, operation: SpecOperation): Fetch {
  const { pagination } = operation;
  if (!pagination) throw new Error(`${operation.id} does not page`);
  const pages = entriesOf(har).flatMap((entry) => readPage(entry, operation));
  const [template] = pages;
  if (!template) throw new Error(`The recording has no page of ${operation.id}`);
  const items: unknown[] = [];
  for (const { start, body } of pages) {
    const own = valueAt(body, pagination.items);
    for (const [index, item] of (Array.isArray(own) ? own : []).entries()) items[start + index] = item;
  }
  if (Object.keys(items).length !== items.length) throw new Error(`The recording of ${operation.id} has a gap`);
  return async (request) => {
    const { start, size } = windowOf(operation, request.url);
    const body = withValueAt(template.body, pagination.items, items.slice(start, start + size));
    return Response.json(body, { headers: template.headers });
  };
}

function entriesOf(har: unknown): readonly unknown[] {
  const entries = valueAt(har, "/log/entries");
  if (!Array.isArray(entries)) throw new Error("It is no HAR file");
  return entries;
}

function readPage(entry: unknown, operation: SpecOperation): RecordedPage[] {
  const url = String(valueAt(entry, "/request/url"));
  const path = new RegExp(`${operation.path.replace(/\{\w+\}/g, "[^/]+")}$`);
  const text = valueAt(entry, "/response/content/text");
  const isPage = valueAt(entry, "/request/method") === operation.method && path.test(new URL(url).pathname);
  if (!isPage || valueAt(entry, "/response/status") !== 200 || typeof text !== "string") return [];
  const headers = valueAt(entry, "/response/headers");
  const pairs = (Array.isArray(headers) ? headers.filter(isNode) : []).map(({ name, value }) => [name, value]);
  const kept = pairs.filter(([name]) => name !== "content-length" && name !== "content-encoding");
  return [{ start: windowOf(operation, url).start, body: JSON.parse(text), headers: Object.fromEntries(kept) }];
}
