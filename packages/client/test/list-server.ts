import type { Pagination } from "@agent-chats/schema";

/** A row of the list; what more a vendor sends does not matter to a walk. */
export interface Row {
  readonly id: string;
}

/** How the server keeps a list, and how it fails to. */
export interface ListServer {
  rows: Row[];
  /** Items a page at the most, whatever was asked for. */
  clamp: number;
  /** Answers this total instead of the true one; `undefined` leaves it out. */
  total: (() => number | undefined) | undefined;
  /** Ignores the position: every page is the first. */
  isStuck: boolean;
  /** Answers to give before any other, in turn. */
  readonly failures: (() => Response)[];
  /** Path and query of every request so far. */
  readonly requests: string[];
  readonly fetch: (request: Request) => Promise<Response>;
}

/** Rows `r0`, `r1` and so on. */
export function rows(count: number, from = 0): Row[] {
  return Array.from({ length: count }, (_, index) => ({ id: `r${from + index}` }));
}

/** A server that pages as a descriptor says, wrapping items the way the descriptor points to them. */
export function createListServer(pagination: Pagination, list: Row[]): ListServer {
  const server: ListServer = {
    rows: list,
    clamp: Number.POSITIVE_INFINITY,
    total: undefined,
    isStuck: false,
    failures: [],
    requests: [],
    async fetch(request) {
      const url = new URL(request.url);
      server.requests.push(url.pathname + url.search);
      const failure = server.failures.shift();
      if (failure) return failure();
      const size = Math.min(Number(url.searchParams.get(pagination.size)), server.clamp);
      const position = Number(url.searchParams.get(pagination.position)) - pagination.first;
      const start = server.isStuck ? 0 : position * (pagination.style === "page" ? size : 1);
      return toResponse(pagination, server, server.rows.slice(start, start + size));
    },
  };
  return server;
}

function toResponse({ items, total, id }: Pagination, server: ListServer, page: Row[]): Response {
  const count = server.total ? server.total() : server.rows.length;
  const wired = page.map((row) => ({ [id.slice(1)]: row.id }));
  const body = items === "" ? wired : { [items.slice(1)]: wired };
  const headers = new Headers({ "content-type": "application/json" });
  if (total && count !== undefined) {
    if ("header" in total) headers.set(total.header, String(count));
    else Object.assign(body, { [total.body.slice(1)]: count });
  }
  return new Response(JSON.stringify(body), { headers });
}
