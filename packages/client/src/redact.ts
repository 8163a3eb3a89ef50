import type { Operation } from "@agent-chats/schema";

/** What stands where a secret stood. */
const mark = "[redacted]";

/**
 * A copy of an operation's answer without its secrets: every value that the spec marks `x-sensitive` becomes
 * `"[redacted]"`, whatever its type says, unless it is null or absent. Parts without secrets are shared with the original.
 *
 * ```ts
 * const { data } = await cargo.api.GET("/ai/messages/list", { params: { query: { chatUuid } } });
 * console.log(redact(data, cargo.api.vendor.operations.listMessages));
 * ```
 */
export function redact<Value>(value: Value, operation: Operation): Value {
  return operation.sensitive.reduce<unknown>(
    (result, pointer) => replace(result, pointer.slice(1).split("/")),
    value,
  ) as Value;
}

function replace(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (value === null || value === undefined) return value;
  if (step === undefined) return mark;
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return step === "*" ? value.map((item) => replace(item, rest)) : value;
  const keys = step === "*" ? Object.keys(value) : [step.replaceAll("~1", "/").replaceAll("~0", "~")];
  const changed = keys.filter((key) => Object.hasOwn(value, key));
  if (changed.length === 0) return value;
  const record = value as Record<string, unknown>;
  return { ...record, ...Object.fromEntries(changed.map((key) => [key, replace(record[key], rest)])) };
}
