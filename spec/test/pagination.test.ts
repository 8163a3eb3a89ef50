import { describe, expect, test } from "vitest";
import { allPaginationProblems, paginationProblems } from "../lint/pagination.js";
import { type Damage, damaged } from "./damage.ts";

const GET = "/paths/~1chats/get";
const HERE = `${GET}/x-pagination`;
const KEYS =
  "style, position, size, first, defaultSize, maximumSize, items, total, id, createdAt, updatedAt, createdRange";

const cases: [message: string, pointer: string, damage: Damage][] = [
  ["x-pagination must be an object.", HERE, { [HERE]: "offset" }],
  ['"id" is missing; it must be a JSON Pointer, such as /id.', HERE, { [`${HERE}/id`]: undefined }],
  [`"sise" is no key of x-pagination; keys are ${KEYS}.`, `${HERE}/sise`, { [`${HERE}/sise`]: "limit" }],
  ['"style" is "cursor"; it must be "offset" or "page".', `${HERE}/style`, { [`${HERE}/style`]: "cursor" }],
  ['"first" is 2; it must be 0 or 1.', `${HERE}/first`, { [`${HERE}/first`]: 2 }],
  ['"first" is 1; an offset starts at 0.', `${HERE}/first`, { [`${HERE}/first`]: 1 }],
  [
    '"first" is 1; the default of the position parameter is 0.',
    `${HERE}/first`,
    { [`${HERE}/first`]: 1, [`${HERE}/style`]: "page" },
  ],
  ['"size" and "position" are both "offset"; they are two parameters.', `${HERE}/size`, { [`${HERE}/size`]: "offset" }],
  ['"defaultSize" is 0; it must be a whole number above 0.', `${HERE}/defaultSize`, { [`${HERE}/defaultSize`]: 0 }],
  ['"defaultSize" 200 is above "maximumSize" 100.', `${HERE}/defaultSize`, { [`${HERE}/defaultSize`]: 200 }],
  [
    '"maximumSize" is 50; the maximum of the size parameter is 100.',
    `${HERE}/maximumSize`,
    { [`${HERE}/maximumSize`]: 50 },
  ],
  [
    '"maximumSize" is left out; the maximum of the size parameter is 100.',
    HERE,
    { [`${HERE}/maximumSize`]: undefined },
  ],
  [
    '"position" names the query parameter "page", which the operation has not; it has states, limit, offset, after, before.',
    `${HERE}/position`,
    { [`${HERE}/position`]: "page" },
  ],
  [
    '"createdRange" names the query parameter "since", which the operation has not; it has states, limit, offset, after, before.',
    `${HERE}/createdRange`,
    { [`${HERE}/createdRange/after`]: "since" },
  ],
  [
    '"createdRange" is {"after":"after"}; it must be { after: <parameter>, before: <parameter> }.',
    `${HERE}/createdRange`,
    { [`${HERE}/createdRange/before`]: undefined },
  ],
  [
    '"items" is "chats"; it must be a JSON Pointer, or "" for a bare array.',
    `${HERE}/items`,
    { [`${HERE}/items`]: "chats" },
  ],
  ['"items" "" leads to no array in the 200 body.', `${HERE}/items`, { [`${HERE}/items`]: "" }],
  ['"id" /uuid leads to nothing in an item.', `${HERE}/id`, { [`${HERE}/id`]: "/uuid" }],
  ['"createdAt" /last leads to no string in an item.', `${HERE}/createdAt`, { [`${HERE}/createdAt`]: "/last" }],
  ['"updatedAt" /last/at leads to nothing in an item.', `${HERE}/updatedAt`, { [`${HERE}/updatedAt`]: "/last/at" }],
  ['"total" /total leads to nothing in the 200 body.', `${HERE}/total`, { [`${HERE}/total/body`]: "/total" }],
  [
    '"total" is {"body":"/totalCount","header":"X-Total"}; it must be { body: <pointer> } or { header: <name> }.',
    `${HERE}/total`,
    { [`${HERE}/total/header`]: "X-Total" },
  ],
  [
    '"total" names the header "count", which the 200 has not; it has X-Total.',
    `${HERE}/total`,
    { [`${HERE}/total`]: { header: "count" } },
  ],
  ["The operation's 200 has no application/json schema.", `${HERE}/items`, { [`${GET}/responses/200/content`]: {} }],
];

describe("the check of x-pagination names the culprit and what would be right", () => {
  test.each(cases)("%s", (message, pointer, damage) => {
    expect(paginationProblems(damaged("good", damage), "/chats", "get")).toContainEqual({ pointer, message });
  });

  test("a right descriptor has no problem, and neither has an operation without one", () => {
    expect(paginationProblems(damaged("good"), "/chats", "get")).toEqual([]);
    expect(paginationProblems(damaged("good"), "/chats", "post")).toEqual([]);
    expect(allPaginationProblems(damaged("good"))).toEqual([]);
  });

  test("a total in a header is found whatever the case of its name", () => {
    expect(paginationProblems(damaged("good", { [`${HERE}/total`]: { header: "x-total" } }), "/chats", "get")).toEqual(
      [],
    );
  });

  test("a bare array has the empty pointer", () => {
    const schema = { type: "array", items: { $ref: "#/components/schemas/Chat" } };
    const document = damaged("good", {
      [`${GET}/responses/200/content/application~1json/schema`]: schema,
      [`${HERE}/items`]: "",
      [`${HERE}/total`]: undefined,
    });
    expect(paginationProblems(document, "/chats", "get")).toEqual([]);
  });

  test("a key that is broken in itself gives one problem, not a second for its missing target", () => {
    expect(paginationProblems(damaged("good", { [`${HERE}/position`]: 7 }), "/chats", "get")).toEqual([
      { pointer: `${HERE}/position`, message: '"position" is 7; it must be a parameter\'s name.' },
    ]);
  });
});
