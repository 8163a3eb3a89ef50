import type { Send } from "../rivals/target.ts";

/** A list of small items, which exists only in the answers that are asked for: the newest first, as Cotool's. */
export function createList(length: number): Send {
  return async (request) => {
    const { searchParams } = new URL(request.url);
    const chats = itemsOf(length, Number(searchParams.get("offset")), Number(searchParams.get("limit")));
    const headers = { "content-type": "application/json", date: new Date(newest).toUTCString() };
    return new Response(`{"chats":[${chats.join(",")}],"totalCount":${length}}`, { headers });
  };
}

/** The items from a place on, at most so many, as JSON. */
export function itemsOf(length: number, offset: number, limit: number): string[] {
  const rows = Math.max(0, Math.min(limit, length - offset));
  return Array.from({ length: rows }, (_, index) => toItem(length - offset - index));
}

const newest = Date.UTC(2026, 10, 20, 15, 4);

/** An item by its age in the list, with an identifier that looks like any. */
function toItem(number: number): string {
  const digits = Math.imul(number, 0x9e3779b1) >>> 0;
  const id = `${digits.toString(16).padStart(8, "0")}-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
  const time = new Date(newest - 2_000_000_000 + number * 1000).toISOString();
  return `{"id":"${id}","createdAt":"${time}","updatedAt":"${time}"}`;
}
