import { expect, test } from "vitest";
import { specOperators } from "./spec-operators.ts";
import { type Member, placesIn } from "./spec-places.ts";

const createDocument = (): Member => ({
  security: [{ bearer: [] }],
  parameters: [
    {
      name: "states",
      in: "query",
      required: true,
      explode: true,
      schema: { type: "array", items: { enum: ["a", "b"] } },
    },
    { name: "limit", in: "query", schema: { type: "integer", minimum: 0, maximum: 9 } },
  ],
  "x-pagination": { items: "/chats", first: 0 },
  responses: { 200: {}, 404: {}, 429: {} },
  Chat: {
    type: "object",
    required: ["id"],
    properties: {
      id: { type: "string" },
      title: { type: ["string", "null"] },
      last: { anyOf: [{}, { type: "null" }] },
    },
    examples: { one: { required: ["id"] } },
  },
});

/** What differs after each edit of an operator: the values that came, or `gone`, by pointer. */
function changesBy(operator: string): string[][] {
  const edits = placesIn(createDocument()).flatMap(
    (place) => specOperators[operator]?.(place).map((edit) => ({ place, edit })) ?? [],
  );
  return edits.map(({ place, edit }) => {
    const document = createDocument();
    const node = placesIn(document).find(({ pointer }) => pointer === place.pointer)?.node ?? {};
    edit.apply(node, document);
    const [before, after] = [leavesOf(createDocument()), leavesOf(document)];
    const gone = [...before.keys()].filter((key) => !after.has(key)).map((key) => `${key} gone`);
    return [...gone, ...[...after].filter(([key, value]) => before.get(key) !== value).map((entry) => entry.join(" "))];
  });
}

function leavesOf(value: unknown, pointer = ""): Map<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[pointer, String(value)]]);
  const inner = Object.entries(value).flatMap(([key, member]) => [...leavesOf(member, `${pointer}/${key}`)]);
  return new Map([[pointer, "{}"], ...inner]);
}

test.each([
  ["drop a required", [["/parameters/0/required gone"], ["/Chat/required/0 gone"]]],
  ["rename a parameter", [["/parameters/0/name statesRenamed"], ["/parameters/1/name limitRenamed"]]],
  ["flip explode", [["/parameters/0/explode false"]]],
  [
    "drop null",
    [
      ["/Chat/properties/title/type/1 gone"],
      ["/Chat/properties/last/anyOf/1 gone", "/Chat/properties/last/anyOf/1/type gone"],
    ],
  ],
  ["drop an enum value", [["/parameters/0/schema/items/enum/1 gone"]]],
  ["add an enum value", [["/parameters/0/schema/items/enum/2 added"]]],
  [
    "off-by-one a limit",
    [
      ["/parameters/1/schema/minimum -1"],
      ["/parameters/1/schema/minimum 1"],
      ["/parameters/1/schema/maximum 8"],
      ["/parameters/1/schema/maximum 10"],
    ],
  ],
  ["remove a status", [["/responses/404 gone"], ["/responses/429 gone"]]],
  ["remove security", [["/security/0 gone", "/security/0/bearer gone"]]],
  ["change an items pointer", [["/x-pagination/items "]]],
  ["change the first page", [["/x-pagination/first 1"]]],
])("%s", (operator, changes) => {
  expect(changesBy(operator)).toEqual(changes);
});

test("widen a type takes no object and no list", () => {
  expect(changesBy("widen a type")).toEqual([
    ["/parameters/1/schema/type number"],
    [
      "/Chat/properties/id/type gone",
      "/Chat/properties/id/type {}",
      "/Chat/properties/id/type/0 string",
      "/Chat/properties/id/type/1 number",
    ].slice(1),
  ]);
});

test("rename a property renames it where it is required too, and leaves examples alone", () => {
  const [id] = changesBy("rename a property");
  expect(id).toEqual([
    "/Chat/properties/id gone",
    "/Chat/properties/id/type gone",
    "/Chat/required/0 idRenamed",
    "/Chat/properties/idRenamed {}",
    "/Chat/properties/idRenamed/type string",
  ]);
});
