import type { Pagination } from "@agent-chats/schema";

/** A row of the list; what more a vendor sends does not matter to a walk. */
export interface Row {
  /** `undefined` where the vendor leaves it out. */
  readonly id?: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt?: number | undefined;
  readonly updatedAt?: number | undefined;
}

/** How the server keeps a list, and how it fails to. */
export interface ListServer {
  rows: Row[];
  /** Items a page at the most, whatever was asked for. */
  clamp: number;
  /** Items of every page, whatever was asked for; `undefined` for a server that heeds the size. */
  fixedSize: number | undefined;
  /** Answers this total instead of the true one; `undefined` leaves it out. */
  total: (() => unknown) | undefined;
  /** The server's clock, in milliseconds since 1970; `undefined` for a server that tells no date. */
  now: number | undefined;
  /** Ignores the position: every page is the first. */
  isStuck: boolean;
  /** Which bounds of a range of creation time belong to it. */
  range: "both" | "after" | "before" | "neither" | "ignored";
  /** Changes the list, or waits, before a request is answered; counted from 1. */
  before: ((request: number) => void | Promise<void>) | undefined;
  /** Answers to give before any other, in turn; `undefined` stands for the usual one. */
  readonly failures: ((() => Response) | undefined)[];
  /** Path and query of every request so far. */
  readonly requests: string[];
  /** Requests that are neither answered nor aborted. */
  readonly underWay: number;
  readonly aborted: number;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** When row `r0` was created; each row behind it a second earlier. */
export const newest = Date.UTC(2026, 10, 1);

/** Rows `r0`, `r1` and so on, the newest first; from below 0, those that come in before them. */
export function rows(count: number, from = 0): Row[] {
  return Array.from({ length: count }, (_, index) => toRow(from + index));
}

/** Row `r<number>`; with a time of update where one is given, in seconds after the newest creation. */
export function toRow(number: number, updated?: number): Row {
  const updatedAt = updated === undefined ? undefined : newest + updated * 1000;
  return { id: `r${number}`, createdAt: newest - number * 1000, updatedAt };
}

/** A server that pages as a descriptor says, wrapping items the way the descriptor points to them. */
export function createListServer(pagination: Pagination, list: Row[]): ListServer {
  let [underWay, aborted] = [0, 0];
  const server: ListServer = {
    rows: list,
    clamp: Number.POSITIVE_INFINITY,
    fixedSize: undefined,
    total: undefined,
    now: newest + 3_600_000,
    isStuck: false,
    range: "both",
    before: undefined,
    failures: [],
    requests: [],
    get underWay() {
      return underWay;
    },
    get aborted() {
      return aborted;
    },
    async fetch(request) {
      const url = new URL(request.url);
      const count = server.requests.push(url.pathname + url.search);
      underWay++;
      try {
        await untilAborted(request.signal, server.before?.(count));
      } catch (reason) {
        aborted++;
        throw reason;
      } finally {
        underWay--;
      }
      return server.failures.shift()?.() ?? toResponse(pagination, server, pageOf(pagination, server, url));
    },
  };
  return server;
}

/** What is waited for; rejects as soon as the signal aborts, as `fetch` does. */
function untilAborted(signal: AbortSignal, awaited: void | Promise<void>): void | Promise<void> {
  if (!awaited) return signal.throwIfAborted();
  return Promise.race([
    awaited,
    new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  ]);
}

function pageOf(pagination: Pagination, server: ListServer, { searchParams }: URL): Row[] {
  const size = server.fixedSize ?? Math.min(Number(searchParams.get(pagination.size)), server.clamp);
  const position = Number(searchParams.get(pagination.position)) - pagination.first;
  const start = server.isStuck ? 0 : position * (pagination.style === "page" ? size : 1);
  const { after, before } = pagination.createdRange ?? { after: "", before: "" };
  const [from, to] = [searchParams.get(after), searchParams.get(before)].map((bound) => Date.parse(bound ?? ""));
  const includes = (bound: "after" | "before") => server.range === "both" || server.range === bound;
  const isWithin = ({ createdAt = Number.NaN }: Row) =>
    server.range === "ignored" ||
    (!(createdAt < (from as number)) &&
      !(createdAt > (to as number)) &&
      (includes("after") || createdAt !== from) &&
      (includes("before") || createdAt !== to));
  return server.rows.filter(isWithin).slice(start, start + size);
}

function toResponse(pagination: Pagination, server: ListServer, page: Row[]): Response {
  const { items, total } = pagination;
  const count = server.total ? server.total() : server.rows.length;
  const wired = page.map((row) => toItem(pagination, row));
  const body = items === "" ? wired : { [items.slice(1)]: wired };
  const headers = new Headers({ "content-type": "application/json" });
  if (server.now !== undefined) headers.set("date", new Date(server.now).toUTCString());
  if (total && count !== undefined) {
    if ("header" in total) headers.set(total.header, String(count));
    else Object.assign(body, { [total.body.slice(1)]: count });
  }
  return new Response(JSON.stringify(body), { headers });
}

/** A row as the vendor sends it. */
export function toItem(
  { id, createdAt, updatedAt }: Pagination,
  row: Row,
): { readonly [name: string]: string | undefined } {
  const toText = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());
  return {
    [id.slice(1)]: row.id,
    ...(createdAt && { [createdAt.slice(1)]: toText(row.createdAt) }),
    ...(updatedAt && { [updatedAt.slice(1)]: toText(row.updatedAt) }),
  };
}
