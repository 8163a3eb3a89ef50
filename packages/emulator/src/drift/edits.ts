import type { DriftKind } from "./drift.ts";
import type { Edit } from "./edit.ts";
import type { Anatomy, Field } from "./fields.ts";
import { toOtherType, typeOf } from "./other-type.ts";

/** Fields as vendors add them, and their values. */
const novelties: Readonly<Record<string, unknown>> = {
  priority: "high",
  region: "eu-west-1",
  retention: { days: 90 },
  labels: ["vip"],
};

/** A value that no vendor lists. */
const novelValue = "handed_over_to_partner";

/** Every change of a kind that makes an answer deviate from the spec. */
export const edits: { readonly [Kind in Exclude<DriftKind, "envelope">]: (anatomy: Anatomy) => readonly Edit[] } = {
  "new-field": ({ shapes }) =>
    shapes.flatMap(({ at, names }) =>
      Object.entries(novelties)
        .filter(([name]) => !names.includes(name))
        .map(([name, value]) => toAddition(`${at}/${name}`, value)),
    ),
  "removed-field": ({ fields }) =>
    fields.map(({ at }) => ({ at, apply: (owner, name) => Object.hasOwn(owner, name) && delete owner[name] })),
  "renamed-field": (anatomy) =>
    anatomy.fields.flatMap(({ at }) => {
      const name = toOtherName(at.slice(at.lastIndexOf("/") + 1));
      const owner = at.slice(0, at.lastIndexOf("/"));
      const isTaken = anatomy.shapes.some((shape) => shape.at === owner && shape.names.includes(name));
      return isTaken ? [] : [toRenaming(at, name)];
    }),
  "type-change": ({ fields }) =>
    fields.filter(({ types }) => types.length > 0).map(({ at, types }) => replacing(at, (old) => retype(old, types))),
  null: ({ fields }) =>
    fields
      .filter(({ types }) => types.length > 0 && !types.includes("null"))
      .map(({ at }) => replacing(at, () => null)),
  "new-enum-value": ({ fields }) =>
    fields.filter(({ values }) => values !== undefined).map(({ at }) => replacing(at, () => novelValue)),
  "time-form": ({ fields }) =>
    fields
      .filter(({ formats }) => formats.some((format) => format === "date" || format === "date-time"))
      .map((field) => replacing(field.at, (old) => reform(old, field))),
};

/** A field that the spec does not know, at a place of one's own choice. */
export function toAddition(at: string, value: unknown = "new"): Edit {
  return {
    at,
    apply(owner, name) {
      if (Object.hasOwn(owner, name)) return false;
      owner[name] = value;
      return true;
    },
  };
}

/** Null stays null: what is not there has no other form. */
function replacing(at: string, toValue: (old: unknown) => unknown): Edit {
  return {
    at,
    apply(owner, name) {
      const old = owner[name];
      if (old === undefined || old === null) return false;
      owner[name] = toValue(old);
      return owner[name] !== old;
    },
  };
}

function toRenaming(at: string, to: string): Edit {
  return {
    at,
    apply(owner, name) {
      if (!Object.hasOwn(owner, name)) return false;
      owner[to] = owner[name];
      return delete owner[name];
    },
  };
}

/** The name in the other convention: `createdAt` and `created_at`; a single word gets a second. */
function toOtherName(name: string): string {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (snake !== name) return snake;
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return camel === name ? `${name}Value` : camel;
}

function retype(old: unknown, types: readonly string[]): unknown {
  const changed = toOtherType(old);
  return types.includes(typeOf(changed)) ? old : changed;
}

function reform(old: unknown, { formats }: Field): unknown {
  if (typeof old !== "string" || Number.isNaN(Date.parse(old))) return old;
  const instant = new Date(old).toISOString();
  if (!formats.includes("date-time")) return instant;
  return formats.includes("date") ? instant.slice(0, -1) : instant.slice(0, 10);
}
