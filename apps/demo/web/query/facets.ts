import type { Row } from "../model/row.ts";
import { keyOf } from "./keys.ts";
import { type Terms, valuesOf } from "./terms.ts";

/** A value that a filter can have, and how many of the loaded chats have it. */
export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The values of a key: those that there are, those of the loaded chats and those that are asked for; frequent ones first. */
export function countFacets(key: string, rows: readonly Row[], terms: Terms): Facet[] {
  const counts = new Map<string, number>();
  const known = keyOf(key);
  for (const value of [...valuesOf(terms, key), ...valuesOf(terms, key, true)]) counts.set(value, 0);
  if (!known?.isOpen) for (const value of Object.keys(known?.options ?? {})) counts.set(value, 0);
  for (const { terms: own } of rows) {
    for (const { name, value } of own ?? []) if (name === key) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const facets = [...counts].map(([value, count]) => ({ value, count, label: labelOfValue(key, value) }));
  // A closed list keeps its order: it has few values, and they have one.
  return known?.isOpen ? facets.sort((left, right) => right.count - left.count) : facets;
}

/** The word for a value. */
export function labelOfValue(key: string, value: string): string {
  const options = keyOf(key)?.options ?? {};
  return Object.hasOwn(options, value) ? (options[value] ?? value) : value;
}
