import { labelOf, toLine } from "../format/words.ts";
import type { Options } from "../model/filters.ts";
import type { Fact, Tone, Value } from "../model/row.ts";

/** A text, or nothing. */
export function text(value: string | null | undefined): Value {
  return { kind: "text", text: value };
}

/** A value of a closed or open list, in words. */
export function word(value: string | null | undefined, options: Options = {}): Value {
  return text(value ? labelOf(options, toLine(value)) : undefined);
}

/** An identifier. */
export function id(value: string | null | undefined): Value {
  return { kind: "id", id: value };
}

/** An instant or a date, in ISO 8601. */
export function time(value: string | null | undefined): Value {
  return { kind: "time", at: value };
}

/** A number, with so many digits after the point. */
export function number(value: number | null | undefined, digits = 0): Value {
  return { kind: "number", value, digits };
}

/** A state with its colour; an unknown one is neutral. */
export function badge(
  value: string | null | undefined,
  tones: Readonly<Record<string, Tone>>,
  options: Options = {},
): Value & { kind: "badge" } {
  const state = toLine(value);
  const tone = Object.hasOwn(tones, state) ? tones[state] : undefined;
  return { kind: "badge", label: state === "" ? undefined : labelOf(options, state), tone: tone ?? "neutral" };
}

/** A value that can be clicked for the chats that have the same. */
export function clickable<V extends Value>(value: V, name: string, wanted: string | null | undefined): V {
  return wanted ? { ...value, term: { name, value: wanted } } : value;
}

/** A value where the list of a filter has it. */
export function known(value: unknown, options: Options): string | undefined {
  return typeof value === "string" && Object.hasOwn(options, value) ? value : undefined;
}

/** A fact whose value can be filtered by, where there is one. */
export function filterFact(label: string, value: Value, name: string, wanted: string | null | undefined): Fact {
  return wanted ? { label, value, filter: { name, value: wanted } } : { label, value };
}
