import type { ClientEvent, Observe, Receipt } from "@agent-chats/client";
import { findOperation, readAsked } from "./asked.ts";
import { type Change, toChange } from "./changes.ts";
import type { TracedRequest } from "./trace.ts";

/** What goes into the options of a client so that its requests are seen. */
export interface Watch {
  readonly observe: Observe;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** Where requests are written. */
export interface Book {
  /** Milliseconds since it was begun. */
  atMs(): number;
  readonly requests: readonly TracedRequest[];
  write(requests: readonly TracedRequest[]): void;
  /** The account of the walk that makes the requests, where there is one. */
  readReceipt(): Receipt | undefined;
}

/** Most requests of a book; the oldest give way. */
const mostRequests = 5000;

/** A request in its book. */
interface Place {
  readonly book: Book;
  readonly number: number;
}

type Told<Type extends ClientEvent["type"]> = Extract<ClientEvent, { type: Type }>;

/**
 * Watches one client: calls are numbered by client. A new request is written into the book that is open at that moment.
 * Events tell no parameters, so that what is asked for is read from the address, in `fetch`: the client sends a request
 * in the same turn in which it tells of it.
 */
export function createWatch(openBook: () => Book | undefined): Watch {
  /** Requests that a walk has not looked at, by the number of their call. */
  const calls = new Map<number, Place>();
  let announced: Told<"request"> | undefined;

  const editCall = (call: number, change: Change) => {
    const place = calls.get(call);
    if (place) edit(place, change);
  };
  const watchFetch = (request: Request) => {
    if (announced) note(announced, request);
    announced = undefined;
    return fetch(request);
  };
  return {
    fetch: watchFetch,
    observe(event) {
      if (event.type === "page") notePage(calls, event);
      if (event.type === "page" || event.type === "drift") return;
      if (event.type === "request") announced = event;
      const call = event.attributes["agent_chats.call"];
      const change = toChange(event);
      if (change) editCall(call, change);
      if (event.type === "error") calls.delete(call);
    },
  };

  /** A request is sent, for the first time or again. */
  function note({ attributes }: Told<"request">, request: Request): void {
    const call = attributes["agent_chats.call"];
    const leave = () => editCall(call, ({ state }) => (state === "sent" ? { state: "left" } : {}));
    request.signal.addEventListener("abort", leave, { once: true });
    if (calls.has(call)) editCall(call, ({ tries }) => ({ state: "sent", tries: [...tries, {}] }));
    else write(attributes, request.url);
  }

  function write(attributes: Told<"request">["attributes"], address: string): void {
    const { "agent_chats.vendor": vendor, "agent_chats.operation": operation } = attributes;
    const asked = readAsked(address, findOperation(vendor, operation));
    const book = openBook();
    if (!asked || !book) return;
    const number = (book.requests.at(-1)?.number ?? 0) + 1;
    const fresh = { state: "sent", tries: [{}], bytes: 0, repairs: 0, headWalks: 0 } as const;
    calls.set(attributes["agent_chats.call"], { book, number });
    book.write(
      [...book.requests, { ...fresh, number, vendor, operation, asked, atMs: book.atMs() }].slice(-mostRequests),
    );
  }
}

function edit({ book, number }: Place, change: Change): void {
  const index = book.requests.findLastIndex((request) => request.number === number);
  const before = book.requests[index];
  if (before) book.write(book.requests.with(index, { ...before, ...change(before) }));
}

/** A walk has looked at an answer: that of this place, or the oldest that it has not looked at. */
function notePage(calls: Map<number, Place>, { attributes }: Told<"page">): void {
  const [start, items] = [attributes["agent_chats.page.position"], attributes["agent_chats.page.items"]];
  const [given, total] = [attributes["agent_chats.page.given"], attributes["agent_chats.page.total"]];
  const candidates = [...calls].flatMap(([call, place]) => {
    const request = place.book.requests.findLast(({ number }) => number === place.number);
    const isOf =
      request?.state === "answered" &&
      request.vendor === attributes["agent_chats.vendor"] &&
      request.operation === attributes["agent_chats.operation"];
    return isOf ? [{ call, place, request }] : [];
  });
  const isAt = ({ request }: (typeof candidates)[number]) => request.asked.start === start;
  const match =
    candidates.find((each) => isAt(each) && each.request.rows === items) ?? candidates.find(isAt) ?? candidates[0];
  if (!match) return;
  const { call, place } = match;
  calls.delete(call);
  edit(place, () => ({
    page: { given, ...(total !== undefined && { total }) },
    ...sinceThen(place.book),
  }));
}

/** What the walk has repaired beyond what is written already. */
function sinceThen({ requests, readReceipt }: Book): Pick<TracedRequest, "repairs" | "headWalks"> {
  const { gapsRepaired = 0, headWalks = 0 } = readReceipt() ?? {};
  const written = (of: "repairs" | "headWalks") => requests.reduce((sum, request) => sum + request[of], 0);
  return {
    repairs: Math.max(0, gapsRepaired - written("repairs")),
    headWalks: Math.max(0, headWalks - written("headWalks")),
  };
}
