import { inspect } from "node:util";

/**
 * Everything that a value may show to a log, a console or a tracker: as text, as JSON, as Node inspects it, its stack,
 * and the same of its causes.
 */
export function printAll(value: unknown): string {
  const shown = [toText(value), toJson(value), inspect(value, { depth: 10 })];
  if (value instanceof Error) {
    shown.push(value.stack ?? "", printAll(value.message));
    if (value.cause !== undefined) shown.push(printAll(value.cause));
    if (value instanceof AggregateError) shown.push(...value.errors.map(printAll));
  }
  return shown.join("\n");
}

function toText(value: unknown): string {
  try {
    return String(value);
  } catch {
    // An object without a usable `toString`.
    return "";
  }
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    // A cycle, or nested too deep: what it holds is inspected.
    return "";
  }
}
