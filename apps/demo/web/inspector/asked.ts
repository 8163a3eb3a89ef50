import type { Operation } from "@agent-chats/schema";
import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { vendor as invent } from "@agent-chats/schema/invent";
import type { Asked } from "./trace.ts";

const vendors: Readonly<Record<string, { readonly operations: Readonly<Record<string, Operation>> }>> = {
  cargo,
  cotool,
  invent,
};

/** The operation of a vendor, where there is one. */
export function findOperation(vendor: string, operation: string): Operation | undefined {
  return vendors[vendor]?.operations[operation];
}

/** Reads from an address what part of a list it asks for: events tell no parameters. Undefined where it lists nothing. */
export function readAsked(address: string, operation: Operation | undefined): Asked | undefined {
  const pagination = operation?.pagination;
  if (!pagination) return undefined;
  const { pathname, searchParams } = new URL(address);
  const size = toWhole(searchParams.get(pagination.size)) ?? pagination.defaultSize ?? 0;
  const position = (toWhole(searchParams.get(pagination.position)) ?? pagination.first) - pagination.first;
  const { after, before } = pagination.createdRange ?? {};
  const [from, to] = [after, before].map((name) => Date.parse((name && searchParams.get(name)) || ""));
  return {
    list: pathname,
    start: pagination.style === "page" ? position * size : position,
    size,
    ...(isTime(from) && { after: from }),
    ...(isTime(to) && { before: to }),
  };
}

/** The number of items of an answer, by the pointer of its operation. */
export function countRows(answer: unknown, operation: Operation | undefined): number | undefined {
  const steps = operation?.pagination?.items.split("/").slice(1) ?? [];
  const items = steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], answer);
  return Array.isArray(items) ? items.length : undefined;
}

function toWhole(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function isTime(value: number | undefined): value is number {
  return value !== undefined && !Number.isNaN(value);
}
