import type { JsonSchemas } from "@agent-chats/schema";
import { describe, expect, test } from "vitest";
import { listings } from "../../test/listings.ts";
import { operations } from "../../test/operations.ts";
import { createTestEmulator, send } from "../../test/testing.ts";
import type { Emulator } from "../emulator.ts";
import { at } from "../pointer.ts";
import { createValidator } from "../validation.ts";
import { type Drift, type DriftKind, driftKinds } from "./drift.ts";

const cases = listings.map(({ name, setDials, pagination }) => {
  const operation = operations.find((each) => each.name === name) as (typeof operations)[number];
  return { ...operation, setDials, pagination };
});

const seeds = Array.from({ length: 6 }, (_, index) => index + 1);

/** The values of a body by the path to them, with `*` for the place in an array. */
function flatten(value: unknown, path = "", into = new Map<string, unknown[]>()): Map<string, unknown[]> {
  if (path !== "") into.set(path, [...(into.get(path) ?? []), value]);
  if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      flatten(member, `${path}/${Array.isArray(value) ? "*" : name}`, into);
    }
  }
  return into;
}

/** Paths of the left that the right does not have; of those below each other the upper one. */
function without(left: Map<string, unknown[]>, right: Map<string, unknown[]>): string[] {
  const paths = [...left.keys()].filter((path) => !right.has(path));
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other}/`)));
}

const typeOf = (value: unknown) => (Array.isArray(value) ? "array" : value === null ? "null" : typeof value);
const parentOf = (path: string) => path.slice(0, path.lastIndexOf("/"));

interface Seen {
  readonly before: unknown;
  readonly after: unknown;
  readonly problem: string | undefined;
  readonly jsonSchemas: JsonSchemas;
}

/** What has changed, judged without the code that changed it: by comparing, and by the JSON Schemas. Returns where. */
const judges: { readonly [Kind in DriftKind]: (seen: Seen) => string } = {
  "new-field": ({ before, after, problem }) => {
    const added = without(flatten(after), flatten(before));
    expect(added).toHaveLength(1);
    expect([without(flatten(before), flatten(after)), problem]).toEqual([[], undefined]);
    return added[0] ?? "";
  },
  "removed-field": ({ before, after }) => {
    const removed = without(flatten(before), flatten(after));
    expect(removed).toHaveLength(1);
    expect(without(flatten(after), flatten(before))).toEqual([]);
    return removed[0] ?? "";
  },
  "renamed-field": ({ before, after }) => {
    const [[removed = "", ...no], [added = "", ...none]] = [
      without(flatten(before), flatten(after)),
      without(flatten(after), flatten(before)),
    ];
    expect([no, none, parentOf(added)]).toEqual([[], [], parentOf(removed)]);
    expect(flatten(after).get(added)).toEqual(flatten(before).get(removed));
    return removed;
  },
  "type-change": ({ before, after, problem }) => {
    const found = changedPath(before, after);
    const [old = [], now = []] = [flatten(before).get(found), flatten(after).get(found)];
    for (const [index, value] of old.entries()) {
      if (value !== null) expect(typeOf(now[index])).not.toBe(typeOf(value));
    }
    expect(problem).toContain("must be ");
    return found;
  },
  null: ({ before, after, problem }) => {
    const found = changedPath(before, after);
    expect(new Set(flatten(after).get(found))).toEqual(new Set([null]));
    expect(problem).toContain("must be ");
    return found;
  },
  "new-enum-value": ({ before, after, jsonSchemas }) => {
    const found = changedPath(before, after);
    const values = new Set(
      flatten(after)
        .get(found)
        ?.filter((value) => value !== null),
    );
    expect(values).toEqual(new Set(["handed_over_to_partner"]));
    expect(JSON.stringify(jsonSchemas)).not.toContain("handed_over_to_partner");
    const said = JSON.stringify(schemasOf(found.slice(found.lastIndexOf("/") + 1), jsonSchemas));
    expect(said).toMatch(/"(x-extensible-)?enum"/);
    return found;
  },
  "time-form": ({ before, after, problem }) => {
    const found = changedPath(before, after);
    const [old, now] = [flatten(before).get(found)?.find(Boolean), flatten(after).get(found)?.find(Boolean)];
    expect([typeof now, Date.parse(`${now}`)]).not.toEqual(["string", Number.NaN]);
    expect(String(now).slice(0, 10)).toBe(String(old).slice(0, 10));
    expect(problem).toContain("must be an ISO 8601 date");
    return found;
  },
  envelope: ({ before, after, problem }) => {
    expect(problem).toBeDefined();
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
    return Object.keys(after as object).join();
  },
};

/** What the JSON Schemas say of fields of a name. */
function schemasOf(name: string, { $defs }: JsonSchemas): unknown[] {
  const found = [...flatten($defs).entries()].filter(([path]) => path.endsWith(`/properties/${name}`));
  const schemas = found.flatMap(([, each]) => each as { $ref?: string }[]);
  return schemas.map((schema) => $defs[schema.$ref?.slice("#/$defs/".length) ?? ""] ?? schema);
}

/** The one place at which values differ, however much there is below it. */
function changedPath(before: unknown, after: unknown): string {
  const [old, now] = [flatten(before), flatten(after)];
  const paths = [...old.keys()].filter((path) => JSON.stringify(old.get(path)) !== JSON.stringify(now.get(path)));
  const deepest = paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
  const found = new Set(deepest.map((path) => upTo(path, now)));
  expect(found.size).toBe(1);
  return [...found][0] ?? "";
}

/** What is below a value that changed has gone with it: the next path above that is still there. */
function upTo(path: string, now: Map<string, unknown[]>): string {
  return now.has(path) ? path : upTo(parentOf(path), now);
}

async function read(emulator: Emulator, path: string): Promise<unknown> {
  const response = await send(emulator, path);
  expect(response.status).toBe(200);
  return response.json();
}

describe.each(cases)("$name", ({ setDials, path, jsonSchemas, operation, pagination }) => {
  const validate = createValidator(jsonSchemas);
  const make = (seed: number, drift: readonly Drift[] = []) => {
    const emulator = createTestEmulator({ chats: 25, seed });
    if (drift.length > 0) setDials(emulator, { drift });
    return emulator;
  };

  test.each(driftKinds)("%s is seen in one place, which the seed draws", async (kind) => {
    const places = new Set<string>();
    for (const seed of seeds) {
      const [good, drifting] = [make(seed), make(seed, [{ kind }])];
      const before = await read(good, path(good));
      const after = await read(drifting, path(drifting));
      const problem = validate(`${operation.id}.200`, after);
      expect(validate(`${operation.id}.200`, before)).toBeUndefined();
      places.add(judges[kind]({ before, after, problem, jsonSchemas }));
      expect(await read(make(seed, [{ kind }]), path(drifting))).toEqual(after);
      expect(drifting.requests.map(({ drifted }) => drifted)).toEqual([true]);
      // The data is what it was, so the drift ends with the dial.
      setDials(drifting, {});
      expect(await read(drifting, path(drifting))).toEqual(before);
    }
    const canVary = kind !== "envelope" || pagination.items !== "";
    const isOnlyOne = operation.id === "listAgentChats" && kind === "null";
    if (canVary && !isOnlyOne) expect(places.size).toBeGreaterThan(1);
    const items = pagination.items;
    const spared = [
      items,
      ...[pagination.id, pagination.createdAt, pagination.updatedAt].map((each) => `${items}/*${each}`),
    ];
    const hasNoOther = operation.id === "listAgentChats" && kind === "time-form";
    if (!hasNoOther) for (const place of spared) expect([...places]).not.toContain(place);
  });

  test("one request after the other drifts in the same place", async () => {
    const emulator = make(3, [{ kind: "removed-field" }, { kind: "new-field" }]);
    const url = path(emulator);
    const more = `${url}${url.includes("?") ? "&" : "?"}${pagination.position}=${pagination.first + 1}`;
    const [good, paths] = [make(3), [url, more, url]];
    const places = [];
    for (const each of paths) {
      const [before, after] = [flatten(await read(good, each)), flatten(await read(emulator, each))];
      places.push([without(before, after), without(after, before)]);
    }
    expect(places[0]?.map((found) => found.length)).toEqual([1, 1]);
    expect(places[1]).toEqual(places[0]);
    expect(places[2]).toEqual(places[0]);
  });

  test("a place of one's own choice", async () => {
    const field = `${pagination.items}/*${pagination.id}`;
    const emulator = make(1, [{ kind: "removed-field", at: field }]);
    const after = flatten(await read(emulator, path(emulator)));
    expect(after.has(field)).toBe(false);
    setDials(emulator, { drift: [{ kind: "new-field", at: `${pagination.items}/*/sentiment` }, { kind: "envelope" }] });
    const body = await read(emulator, path(emulator));
    const said = [...flatten(body).keys()].find((each) => each.endsWith("/sentiment"));
    expect(said).toMatch(/^\/(data|results)/);
  });
});

test("drifts are undone by a reset, and what has nothing to drift is not noted", async () => {
  const emulator = createTestEmulator({ chats: 20, dials: { cargo: { listChats: { drift: [{ kind: "null" }] } } } });
  await read(emulator, "/cargo/ai/chats/list?offset=500");
  emulator.dials.cargo.listChats = {};
  await read(emulator, "/cargo/ai/chats/list");
  expect(emulator.requests.map((record) => "drifted" in record)).toEqual([false, false]);
  emulator.reset();
  await read(emulator, "/cargo/ai/chats/list");
  expect(emulator.requests).toMatchObject([{ drifted: true }]);
});

test("errors do not drift", async () => {
  const dials = { cargo: { listChats: { drift: [{ kind: "envelope" as const }] } } };
  const emulator = createTestEmulator({ chats: 5, dials });
  const response = await send(emulator, "/cargo/ai/chats/list?limit=x");
  expect(at(await response.json(), "/reason")).toBe("invalidRequest");
});

describe("what is no drift is refused by name:", () => {
  const cases: [message: string, drift: unknown][] = [
    ["must be an array of drifts, not an object", { kind: "null" }],
    ['.0 must be an object with a kind, not "null"', ["null"]],
    [`.0.kind must be one of ${driftKinds.join(", ")}, not "new"`, [{ kind: "new" }]],
    [".1.at does not exist; there is kind", [{ kind: "null" }, { kind: "envelope", at: "/chats" }]],
    ['.0.at must be a JSON Pointer such as /chats/*/name, not "uuid"', [{ kind: "null", at: "uuid" }]],
    [
      '.0.at must be where "new-enum-value" is possible, such as /chats/*/lastMessage/status, /chats/*/lastMessage/type, not "/chats/*/name"',
      [{ kind: "new-enum-value", at: "/chats/*/name" }],
    ],
    ['.0.at must be where "new-field" is possible,', [{ kind: "new-field", at: "/chats/*/name" }]],
    ['.0.at must be where "new-field" is possible,', [{ kind: "new-field", at: "/chats/*/nowhere/x" }]],
    ['.0.at must be where "null" is possible,', [{ kind: "null", at: "/chats/*/name" }]],
  ];
  test.each(cases)("%s", (message, drift) => {
    const emulator = createTestEmulator({ chats: 5, dials: { cargo: { listChats: { clamp: 3 } } } });
    const set = () => {
      emulator.dials.cargo.listChats = { drift: drift as Drift[] };
    };
    const said = `dials.cargo.listChats.drift${message.startsWith(".") ? "" : " "}${message}`;
    expect(set).toThrow(RangeError);
    expect(set).toThrow(said);
    expect(emulator.dials.cargo.listChats).toEqual({ clamp: 3 });
  });
});
