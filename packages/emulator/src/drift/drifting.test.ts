import type { JsonSchemas, Pagination } from "@agent-chats/schema";
import { describe, expect, test } from "vitest";
import { createRandom } from "../random.ts";
import type { Drift } from "./drift.ts";
import { createDrifting } from "./drifting.ts";

const pagination: Pagination = { style: "offset", position: "o", size: "s", first: 0, items: "/notes", id: "/id" };

/** Drifting of answers whose notes have these properties. */
function drifting(drift: readonly Drift[], properties: object, seed = 1, itemRules: object = {}) {
  const notes = { type: "array", items: { type: "object", properties, ...itemRules } };
  const $defs = { "listNotes.200": { type: "object", properties: { notes } } };
  const schemas: JsonSchemas = { $schema: "", $id: "", $defs };
  return createDrifting("drift", drift, { id: "listNotes", pagination }, schemas, createRandom(`${seed}`));
}

const text = { type: "string" };
const seeds = Array.from({ length: 20 }, (_, index) => index);

test("what was drawn stays, although another answer has more to choose from", () => {
  for (const seed of seeds) {
    const drift = drifting([{ kind: "removed-field" }], { id: text, a: text, b: text, c: text }, seed);
    expect(drift({ notes: [{ id: "1", b: "b" }] })).toEqual({ notes: [{ id: "1" }] });
    expect(drift({ notes: [{ id: "1", a: "a", b: "b", c: "c" }] })).toEqual({ notes: [{ id: "1", a: "a", c: "c" }] });
  }
});

test("a field gets no name that the spec knows", () => {
  const known = { createdOn: text, created_on: text, priority: text, region: text, retention: text, labels: text };
  const body = { notes: [{ createdOn: "x" }] };
  expect(() => drifting([{ kind: "renamed-field", at: "/notes/*/createdOn" }], known)).toThrow(RangeError);
  for (const seed of seeds) {
    const { notes } = drifting([{ kind: "new-field" }], known, seed)(body) as typeof body;
    expect(notes).toEqual(body.notes);
  }
});

describe("a time", () => {
  const [day, instant] = [
    { type: "string", format: "date" },
    { type: "string", format: "date-time" },
  ];
  test.each([
    ["of a day becomes an instant", day, "2026-11-20", "2026-11-20T00:00:00.000Z"],
    ["of an instant becomes a day", instant, "2026-11-20T15:04:00.000Z", "2026-11-20"],
    ["of either loses its offset", { anyOf: [day, instant] }, "2026-11-20T15:04:00.000Z", "2026-11-20T15:04:00.000"],
    ["that is none stays", instant, "soon", "soon"],
  ])("%s", (_, schema, before, after) => {
    const drift = drifting([{ kind: "time-form", at: "/notes/*/due" }], { due: schema });
    expect(drift({ notes: [{ due: before }, { due: null }] })).toEqual({ notes: [{ due: after }, { due: null }] });
  });
});

describe("another type", () => {
  test.each([
    ["boolean", true, "enabled"],
    ["boolean", false, "disabled"],
    ["number", 1.5, "1.5"],
    ["integer", 7, "7"],
    ["string", "a", { value: "a" }],
    ["array", ["a"], { value: ["a"] }],
    ["object", { a: 1 }, [{ a: 1 }]],
  ])("of a %s: %j", (type, before, after) => {
    const drift = drifting([{ kind: "type-change", at: "/notes/*/it" }], { it: { type } });
    expect(drift({ notes: [{ it: before }] })).toEqual({ notes: [{ it: after }] });
  });

  test("is none that the spec allows", () => {
    const drift = drifting([{ kind: "type-change", at: "/notes/*/it" }], { it: { type: ["number", "string"] } });
    const body = { notes: [{ it: 1 }] };
    expect(drift(body)).toBe(body);
  });
});

test("maps have no documented fields, and a shape that contains itself is looked at once", () => {
  const map = { type: "object", properties: { a: text }, additionalProperties: text };
  expect(() => drifting([{ kind: "new-field", at: "/notes/*/map/x" }], { map })).toThrow(RangeError);
  const node = { $ref: "#/$defs/listNotes.200" };
  const drift = drifting([{ kind: "removed-field", at: "/notes/*/children" }], { children: node });
  expect(drift({ notes: [{ children: { notes: [] } }] })).toEqual({ notes: [{}] });
});

test("an envelope is changed after what is in it", () => {
  const drift = drifting([{ kind: "envelope" }, { kind: "null", at: "/notes/*/a" }], { a: text });
  expect(JSON.stringify(drift({ notes: [{ a: "x" }] }))).toMatch(/^{"(data|results)":.*{"a":null}/);
});
