import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** Values to put into a document, by JSON Pointer; `undefined` takes the value there away. */
export type Damage = Readonly<Record<string, unknown>>;

/** A copy of a document in `fixtures/` with other values in some places. */
export function damaged(fixture: string, damage: Damage = {}): Record<string, unknown> {
  const document = parse(readFileSync(new URL(`fixtures/${fixture}.yaml`, import.meta.url), "utf8"));
  for (const [pointer, value] of Object.entries(damage)) put(document, pointer, value);
  return document;
}

function put(document: Record<string, unknown>, pointer: string, value: unknown): void {
  const names = pointer
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = names.pop() ?? "";
  const holder = names.reduce((node, name) => node?.[name] as typeof document, document);
  if (holder === undefined) throw new Error(`nothing holds ${pointer}`);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}
