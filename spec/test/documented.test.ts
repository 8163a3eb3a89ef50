import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Damage, damaged } from "./damage.ts";
import { type DocumentedOperation, loadDocumented } from "./documented.ts";
import { loadSpec, VENDORS } from "./load.ts";
import { missing } from "./missing.ts";

describe("the specs have all that the reference pages document", () => {
  test.each(VENDORS)("%s", (vendor) => {
    expect(missing(loadSpec(vendor), loadDocumented(vendor))).toEqual([]);
  });
});

const documented: DocumentedOperation[] = parse(
  readFileSync(new URL("fixtures/documented.yaml", import.meta.url), "utf8"),
);

const CHAT = "/components/schemas/Chat";
const MESSAGE = "/components/schemas/Message/properties";
const STATE = "/paths/~1chats/get/parameters/0";
const TAKE = "/paths/~1chats/get/parameters/1";
const SEARCH = "/paths/~1chats/parameters/0";

const damages: [finding: string, damage: Damage][] = [
  ["response chats[].day is missing", { [`${CHAT}/properties/day`]: undefined }],
  ["response chats[].id is missing", { [`${CHAT}/properties/id`]: undefined }],
  [
    "response chats[].id is documented as never null and may be null without an x-source",
    { [`${CHAT}/properties/id/type`]: ["string", "null"] },
  ],
  ["response chats[].last is missing", { [`${CHAT}/properties/last`]: undefined }],
  ["response chats[].last.text is missing", { [`${MESSAGE}/text`]: undefined }],
  [
    "response chats[].labels.text is missing",
    { [`${CHAT}/properties/labels`]: { type: "object", additionalProperties: true } },
  ],
  [
    'response chats[].day has format "date-time", documented is "date"',
    { [`${CHAT}/properties/day`]: { type: ["string", "null"], format: "date-time" } },
  ],
  [
    "response chats[].day is documented as nullable and is not",
    { [`${CHAT}/properties/day`]: { type: "string", format: "date" } },
  ],
  [
    "response chats[].last.text is documented as string and is number",
    { [`${MESSAGE}/text`]: { type: "number", "x-source": "guess: a number" } },
  ],
  [
    "response chats[].last.text is documented as string and is string or number without an x-source",
    { [`${MESSAGE}/text`]: { type: ["string", "number"] } },
  ],
  ["response chats[].last.text is documented as string and is of no type", { [`${MESSAGE}/text`]: {} }],
  ["response chats[].id is documented as required and is optional", { [`${CHAT}/required`]: [] }],
  [
    "response chats[].status is required without a source: neither it nor its object has an x-source",
    { [`${CHAT}/required`]: ["id", "status"] },
  ],
  [
    'response chats[].status lacks the documented value "FAILED"',
    { [`${CHAT}/properties/status/x-extensible-enum`]: ["RUNNING"] },
  ],
  [
    "response chats[].trigger is documented as a union and has an empty schema",
    { [`${CHAT}/properties/trigger`]: { description: "Anything.", "x-source": "guess: anything" } },
  ],
  [
    "response chats[].trigger is documented as a union, is none, and has no x-source",
    { [`${CHAT}/properties/trigger`]: { anyOf: [{ type: "string" }, { type: "null" }] } },
  ],
  [
    'response chats[].last.role lacks the value "user" of the documented sample',
    { [`${MESSAGE}/role/enum`]: ["tool"] },
  ],
  [
    'response chats[].last.at refuses the documented sample "2023-12-25": it has no date',
    { [`${MESSAGE}/at/format`]: "date-time" },
  ],
  ['query parameter "search" is missing', { [`${SEARCH}/name`]: "text" }],
  ['query parameter "search" has maxLength 255, documented is 256', { [`${SEARCH}/schema/maxLength`]: 255 }],
  ['query parameter "search" has pattern null, documented is "^a"', { [`${SEARCH}/schema/pattern`]: undefined }],
  ['query parameter "search" is required and is documented as optional', { [`${SEARCH}/required`]: true }],
  ['query parameter "state" lacks the documented value "CLOSED"', { [`${STATE}/schema/items/enum`]: ["OPEN"] }],
  [
    'query parameter "state" is a request enum and is not closed',
    { [`${STATE}/schema/items`]: { type: "string", "x-extensible-enum": ["OPEN", "CLOSED"] } },
  ],
  [
    'query parameter "take" is documented as number and is integer without an x-source',
    { [`${TAKE}/schema/x-source`]: undefined },
  ],
  ['query parameter "take" has minimum 0, documented is 1', { [`${TAKE}/schema/minimum`]: 0 }],
  ['query parameter "take" has maximum 50, documented is 100', { [`${TAKE}/schema/maximum`]: 50 }],
  ['query parameter "take" has default 20, documented is 10', { [`${TAKE}/schema/default`]: 20 }],
  ["server is documented as https://api.test and is https://other.test", { "/servers/0/url": "https://other.test" }],
  ["a bearer token is documented and not required", { "/security": [] }],
];

describe("the check can fail", () => {
  test("a spec that has all of it gives no finding", () => {
    expect(missing(damaged("documented-spec"), documented)).toEqual([]);
  });

  test.each(damages)("%s", (finding, damage) => {
    // A damage of the shared schema shows in the answer of POST as well; GET is what is looked at.
    const findings = missing(damaged("documented-spec", damage), documented);
    expect(findings.filter((each) => each.startsWith("GET"))).toEqual([`GET /chats: ${finding}`]);
  });

  test("a field that the request lacks is a finding", () => {
    const field = "/paths/~1chats/post/requestBody/content/application~1json/schema/properties/name";
    expect(missing(damaged("documented-spec", { [field]: undefined }), documented)).toEqual([
      "POST /chats: request name is missing",
    ]);
  });

  test("an operation that no page documents is a finding, and so is a documented one that the spec lacks", () => {
    const damage = { "/paths/~1chats/post": undefined, "/paths/~1others": { get: {} } };
    expect(missing(damaged("documented-spec", damage), documented)).toEqual([
      "POST /chats: is missing",
      "GET /others: is in the spec and in no documented list",
    ]);
  });
});
