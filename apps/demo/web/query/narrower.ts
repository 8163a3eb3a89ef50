import { keyOf } from "./keys.ts";
import { type Terms, valuesOf } from "./terms.ts";

/** Whether everything that satisfies the one satisfies the other too: as far as that can be told without looking at chats. */
export function isNarrower(terms: Terms, than: Terms): boolean {
  const names = new Set([...than.map(({ key }) => key)]);
  return [...names].every((name) => {
    const wanted = valuesOf(terms, name);
    const before = valuesOf(than, name);
    const isWithin =
      before.length === 0 || (wanted.length > 0 && wanted.every((value) => isWithinOne(name, value, before)));
    return isWithin && valuesOf(than, name, true).every((value) => valuesOf(terms, name, true).includes(value));
  });
}

function isWithinOne(name: string, value: string, before: readonly string[]): boolean {
  if (keyOf(name) || name !== "text") return before.includes(value);
  return before.every((text) => value.toLowerCase().includes(text.toLowerCase()));
}
