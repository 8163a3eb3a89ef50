import type { Operation, Vendor } from "@agent-chats/schema";
import { Problem } from "./problem.ts";

/** The vendor that a request reaches, and the path below the vendor's base URL. */
export interface VendorMatch<V> {
  readonly target: V;
  readonly path: string;
}

/** An operation and the raw segments of the path that are parameters, by name. */
export interface OperationMatch {
  readonly operation: Operation;
  readonly segments: Readonly<Record<string, string>>;
}

/** Finds the vendor by its own base URL, or else by the first segment of the path: `/cargo/ai/chats`. */
export function findVendor<V extends { vendor: Vendor }>(url: URL, vendors: readonly V[]): VendorMatch<V> | undefined {
  for (const target of vendors) {
    const base = new URL(target.vendor.baseUrl);
    const prefix = base.pathname.replace(/\/$/, "");
    if (url.origin === base.origin && isBelow(url.pathname, prefix)) {
      return { target, path: url.pathname.slice(prefix.length) };
    }
  }
  const target = vendors.find(({ vendor }) => isBelow(url.pathname, `/${vendor.id}`));
  return target && { target, path: url.pathname.slice(target.vendor.id.length + 1) };
}

function isBelow(pathname: string, prefix: string): boolean {
  return pathname === prefix || pathname.startsWith(`${prefix}/`);
}

/** Finds the operation. Throws 404 where the path is unknown, 405 where it is known with other methods. */
export function findOperation(vendor: Vendor, method: string, path: string): OperationMatch {
  const matches = Object.values(vendor.operations).flatMap((operation) => {
    const segments = matchPath(operation.path, path);
    return segments ? [{ operation, segments }] : [];
  });
  if (matches.length === 0) throw new Problem(404, `There is no ${path || "/"}`);
  const match = matches.find(({ operation }) => operation.method === method);
  if (match) return match;
  const allow = matches.map(({ operation }) => operation.method).join(", ");
  throw new Problem(405, `${path} takes ${allow}, not ${method}`, { allow });
}

function matchPath(template: string, path: string): Record<string, string> | undefined {
  const [expected, actual] = [template.split("/"), path.split("/")];
  if (expected.length !== actual.length) return undefined;
  const segments: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const segment = actual[index] ?? "";
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name && segment !== "") segments[name] = segment;
    else if (part !== segment) return undefined;
  }
  return segments;
}
