import type { Operation, Pagination, Vendor } from "@agent-chats/schema";
import type { Call } from "../src/api.ts";

/** How a list is kept, how it changes, and what its server does wrong. */
export interface Dials {
  /** Seeds every random choice of a run. */
  readonly seed: number;
  readonly rows: number;
  readonly dialect: "offset" | "offset with range" | "offset with total" | "page" | "page with total";
  readonly orderBy: "created" | "updated" | "nothing an item has";
  readonly ascending: boolean;
  /** Changes between two requests, each at most twice as many. */
  readonly churn: { readonly insert: number; readonly delete: number; readonly update: number };
  /** Whether many rows share a time. */
  readonly ties: boolean;
  /** Items a page at the most, whatever was asked for. */
  readonly clamp: number;
  /** Milliseconds by which the server's clock is ahead of the times that its items have; `undefined` for no clock. */
  readonly clock: number | undefined;
  /** Share of requests that fail. */
  readonly failures: number;
  /** Share of answers without items, whatever the list has and the total counts. */
  readonly empties: number;
  /** Whether the server keeps more digits of a creation time than it shows. */
  readonly keepsMore: boolean;
  /** Whether items have no identifier that a walk could know them by. */
  readonly isNameless: boolean;
  /** Whether the server ignores the position. */
  readonly ignoresPosition: boolean;
  /** Whether the server ignores the range of creation time. */
  readonly ignoresRange: boolean;
}

interface Row {
  readonly id: string;
  readonly created: number;
  readonly rank: number;
  updated: number;
}

/** A list that changes while it is read, behind the calls of a vendor. */
export interface ChangingList {
  readonly call: Call;
  readonly target: { readonly vendor: Vendor; readonly operation: Operation };
  readonly pagination: Pagination;
  /** Random number from 0 to 1, from the same seed. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Requests that were answered or failed. */
  readonly requests: number;
  /** Rows that exist since before the first request. */
  readonly survivors: ReadonlySet<string>;
  /** Rows that existed before the first request, gone or not. */
  readonly first: ReadonlySet<string>;
}

/** Far more than any walk of such a list needs. */
const mostRequests = 6000;

/** A request that failed on its way. */
export class NetworkFailure extends Error {}

const common = { position: "position", size: "size", items: "/items", id: "/id", createdAt: "/created" } as const;
const total = { body: "/total" } as const;
const dialects: { [Name in Dials["dialect"]]: Pagination } = {
  offset: { ...common, style: "offset", first: 0, updatedAt: "/updated" },
  "offset with range": {
    ...common,
    style: "offset",
    first: 0,
    updatedAt: "/updated",
    createdRange: { after: "after", before: "before" },
  },
  "offset with total": { ...common, style: "offset", first: 0, updatedAt: "/updated", total },
  page: { ...common, style: "page", first: 1, updatedAt: "/updated" },
  "page with total": { ...common, style: "page", first: 1, updatedAt: "/updated", total },
};

/** Makes a list and its server. The same dials give the same run. */
export function createChangingList(dials: Dials): ChangingList {
  const random = createRandom(dials.seed);
  const below = (count: number) => Math.floor(random() * count);
  const rows = new Map<string, Row>();
  let [now, nextId, requests] = [Date.UTC(2026, 10, 1), 0, 0];

  const tick = () => {
    now += dials.ties ? below(2) * 4000 : 1 + below(5000);
    return now;
  };
  const anyRow = () => [...rows.values()][below(rows.size)];
  const insert = () => {
    const [id, created] = [`r${nextId++}`, tick() + (dials.keepsMore ? below(4) / 4 : 0)];
    rows.set(id, { id, created, updated: created, rank: random() });
  };
  const remove = () => {
    const id = anyRow()?.id ?? "";
    rows.delete(id);
    survivors.delete(id);
  };
  const update = () => {
    const row = anyRow();
    if (row) row.updated = tick();
  };

  for (let count = 0; count < dials.rows; count++) insert();
  for (let count = 0; count < dials.rows / 2; count++) update();
  // The walk begins later than the second of the last change: dates in HTTP are cut to the second.
  now += 2000;
  const first = new Set(rows.keys());
  const survivors = new Set(first);

  const change = () => {
    for (let count = below(dials.churn.insert * 2 + 1); count > 0; count--) insert();
    for (let count = below(dials.churn.delete * 2 + 1); count > 0; count--) remove();
    for (let count = below(dials.churn.update * 2 + 1); count > 0; count--) update();
  };

  const pagination = { ...dialects[dials.dialect], ...(dials.isNameless && { id: "/nothing" }) };
  const operation: Operation = { ...listOperation, pagination };
  const call: Call = async (_method, _path, { params, signal } = {}) => {
    // Requests that are under way at the same time are not served in their order.
    for (let turns = below(4); turns > 0; turns--) await undefined;
    signal?.throwIfAborted();
    now += below(1500);
    if (requests++ > 0) change();
    if (requests > mostRequests) throw new Error(`not at its end after ${mostRequests} requests`);
    if (random() < dials.failures) throw new NetworkFailure();
    const size = Math.min(Number(params?.query?.size), dials.clamp);
    const position = Number(params?.query?.position) - pagination.first;
    const start = dials.ignoresPosition ? 0 : position * (pagination.style === "page" ? size : 1);
    const asked = dials.ignoresRange ? {} : (params?.query ?? {});
    const found = [...rows.values()].filter(({ created }) => isWithin(created, asked.after, asked.before));
    // Without a total, nothing tells such an answer from the end.
    const isEmpty = pagination.total !== undefined && random() < dials.empties;
    const items = inOrder(found, dials)
      .slice(start, isEmpty ? start : start + size)
      .map(toItem);
    const date = dials.clock === undefined ? "" : new Date(now + dials.clock).toUTCString();
    const response = new Response(null, { headers: { date } });
    return { data: { items, total: rows.size }, response, attempts: 1, bytes: 0 };
  };

  return {
    call,
    target: { vendor: { ...vendor, operations: { list: operation } }, operation },
    pagination,
    random,
    survivors,
    first,
    get now() {
      return now;
    },
    get requests() {
      return requests;
    },
  };
}

const listOperation: Operation = {
  id: "list",
  method: "GET",
  path: "/list",
  summary: "List",
  parameters: [],
  requestBody: false,
  answer: "object",
  answerMembers: {},
  statuses: [200],
  errors: {},
  sensitive: [],
};
const vendor: Vendor = { id: "vendor", title: "Vendor", baseUrl: "", tokenVariable: "TOKEN", operations: {} };

/** The lower bound is inclusive and the upper one is not: a walk cannot know. */
function isWithin(time: number, after: unknown, before: unknown): boolean {
  return !(time < Date.parse(String(after))) && !(time >= Date.parse(String(before)));
}

function inOrder(rows: Row[], { orderBy, ascending }: Dials): Row[] {
  const key = ({ created, updated, rank }: Row) =>
    orderBy === "created" ? created : orderBy === "updated" ? updated : rank;
  return rows.sort((a, b) => (key(a) - key(b)) * (ascending ? 1 : -1) || (a.id < b.id ? -1 : 1));
}

function toItem({ id, created, updated }: Row) {
  return { id, created: new Date(created).toISOString(), updated: new Date(updated).toISOString() };
}

/** A small generator of random numbers (mulberry32), so that a run can be repeated. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
