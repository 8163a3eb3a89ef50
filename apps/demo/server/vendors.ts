import type { Operation, Vendor, VendorId } from "@agent-chats/schema";
import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { vendor as invent } from "@agent-chats/schema/invent";

/** The operation table of every vendor that the page can show. */
export const vendors = { cargo, cotool, invent } satisfies { [V in VendorId]: Vendor };

/** Operations that write and that the page may use all the same. */
const writes: ReadonlySet<string> = new Set([cargo.operations.createChat.id]);

/** What a path below `/api/` leads to. */
export interface Route {
  readonly vendor: Vendor;
  /** Operations at this path that may pass, by method. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** Path below the vendor's base URL, with its slash. */
  readonly path: string;
}

/** Finds the route of `/api/<vendor>/<path>`: a listing, or a write that is allowed. Undefined where there is none. */
export function findRoute(pathname: string): Route | undefined {
  const [, id = "", path = ""] = /^\/api\/([^/]+)(\/.+)$/.exec(pathname) ?? [];
  const vendor: Vendor | undefined = Object.values(vendors).find((candidate) => candidate.id === id);
  if (!vendor) return undefined;
  const matching = Object.values(vendor.operations).filter(
    (operation) => isAllowed(operation) && matches(operation, path),
  );
  if (matching.length === 0) return undefined;
  return { vendor, path, operations: new Map(matching.map((operation) => [operation.method, operation])) };
}

function isAllowed({ id, method, pagination }: Operation): boolean {
  return (method === "GET" && pagination !== undefined) || writes.has(id);
}

/** Whether a path fits the operation's template; a parameter fills exactly one segment. */
function matches(operation: Operation, path: string): boolean {
  const template = operation.path.split("/");
  const segments = path.split("/");
  if (template.length !== segments.length) return false;
  return template.every((part, index) => (part.startsWith("{") ? segments[index] !== "" : part === segments[index]));
}
