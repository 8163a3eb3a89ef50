import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import createPlugin from "../lint/plugin.js";
import { type Damage, damaged } from "./damage.ts";
import { VENDORS } from "./load.ts";
import { type LintProblem, lint } from "./redocly.ts";

const GET = "/paths/~1chats/get";
const CHAT = "/components/schemas/Chat/properties";
const KNOWN = "x-pagination, x-sensitive, x-extensible-enum, x-source, x-array-format, x-token-variable";

type Case = { rule: string; pointer: string; message: string; damage: Damage };

const cases: Case[] = [
  {
    rule: "pagination",
    pointer: `${GET}/x-pagination/items`,
    message: '"items" "/chat" leads to no array in the 200 body.',
    damage: { [`${GET}/x-pagination/items`]: "/chat" },
  },
  {
    rule: "pagination",
    pointer: "/components/schemas/Page/x-pagination",
    message: "x-pagination belongs on an operation.",
    damage: { "/components/schemas/Page/x-pagination": {} },
  },
  ...["style", "explode"].map((key) => ({
    rule: "array-style",
    pointer: `${GET}/parameters/0`,
    message: `Array parameter "states" must declare ${key}.`,
    damage: { [`${GET}/parameters/0/${key}`]: undefined },
  })),
  {
    rule: "array-format",
    pointer: `${GET}/parameters/0/x-array-format`,
    message: 'x-array-format is "comma"; the only value is "brackets".',
    damage: { [`${GET}/parameters/0/x-array-format`]: "comma" },
  },
  {
    rule: "array-format",
    pointer: `${GET}/parameters/1/x-array-format`,
    message: "x-array-format belongs on an array query parameter.",
    damage: { [`${GET}/parameters/1/x-array-format`]: "brackets" },
  },
  {
    rule: "discriminator-mapping",
    pointer: `${CHAT}/trigger/discriminator`,
    message: "A discriminator carries a mapping, or there is no discriminator.",
    damage: { [`${CHAT}/trigger/discriminator/mapping`]: undefined },
  },
  {
    rule: "discriminator-mapping",
    pointer: `${CHAT}/trigger/discriminator/mapping/app`,
    message: '"app" maps to "#/components/schemas/Page", which is none of the variants.',
    damage: { [`${CHAT}/trigger/discriminator/mapping/app`]: "#/components/schemas/Page" },
  },
  ...["200", "400", "401", "404", "429", "500", "502"].map((status) => ({
    rule: "statuses",
    pointer: `${GET}/responses`,
    message: `Status ${status} is not declared.`,
    // Without a 200 body the pagination would lead nowhere, which is a breach of its own.
    damage: { [`${GET}/responses/${status}`]: undefined, [`${GET}/x-pagination`]: undefined },
  })),
  {
    rule: "statuses",
    pointer: `${GET}/responses/404`,
    message: 'Status 404 has no content; write "content: {}" where the body is empty.',
    damage: { [`${GET}/responses/404`]: { description: "Nothing there." } },
  },
  {
    rule: "statuses",
    pointer: `${GET}/responses/200/content/application~1json`,
    message: "Status 200 has no named example of its application/json body.",
    damage: { [`${GET}/responses/200/content/application~1json/examples`]: {} },
  },
  {
    rule: "source",
    pointer: `${GET}/parameters/0/x-source`,
    message: 'x-source is "guess:"; it must be "docs: …", "client: …" or "guess: …".',
    damage: { [`${GET}/parameters/0/x-source`]: "guess:" },
  },
  {
    rule: "extensible-enum",
    pointer: `${CHAT}/kind/x-extensible-enum`,
    message: 'x-extensible-enum cannot stand beside "enum", which closes the list.',
    damage: { [`${CHAT}/kind/enum`]: ["user"] },
  },
  {
    rule: "extensible-enum",
    pointer: `${CHAT}/kind/x-extensible-enum`,
    message: "x-extensible-enum belongs on a string.",
    damage: { [`${CHAT}/kind/type`]: ["string", "integer"] },
  },
  ...[[], ["user", "user"], ["user", 1], "user"].map((list) => ({
    rule: "extensible-enum",
    pointer: `${CHAT}/kind/x-extensible-enum`,
    message: "x-extensible-enum must be a list of different strings, at least one.",
    damage: { [`${CHAT}/kind/x-extensible-enum`]: list },
  })),
  {
    rule: "extensible-enum",
    pointer: `${GET}/parameters/0/schema/items/x-extensible-enum`,
    message: 'x-extensible-enum belongs in responses; a request takes a closed "enum".',
    damage: { [`${GET}/parameters/0/schema/items`]: { type: "string", "x-extensible-enum": ["OPEN"] } },
  },
  {
    rule: "sensitive",
    pointer: `${CHAT}/accessToken/x-sensitive`,
    message: "x-sensitive is false; it must be true, or be left out.",
    damage: { [`${CHAT}/accessToken/x-sensitive`]: false, [`${CHAT}/accessToken/allOf`]: [{ "x-sensitive": true }] },
  },
  ...["refreshToken", "client_secret", "apiKey", "password", "secret", "token", "credentials"].map((name) => ({
    rule: "sensitive",
    pointer: `${CHAT}/${name}`,
    message: `Property "${name}" is named like a secret: mark it x-sensitive.`,
    damage: { [`${CHAT}/${name}`]: { type: "string" } },
  })),
  {
    rule: "token-variable",
    pointer: "/components/securitySchemes/bearer/x-token-variable",
    message: 'x-token-variable is "good token"; it must name an environment variable, in upper case.',
    damage: { "/components/securitySchemes/bearer/x-token-variable": "good token" },
  },
  {
    rule: "token-variable",
    pointer: `${GET}/x-token-variable`,
    message: "x-token-variable belongs on a security scheme.",
    damage: { [`${GET}/x-token-variable`]: "GOOD_TOKEN" },
  },
  {
    rule: "known-extension",
    pointer: `${CHAT}/accessToken/x-sensitiv`,
    message: `Extension "x-sensitiv" is unknown; known are ${KNOWN}.`,
    damage: { [`${CHAT}/accessToken/x-sensitiv`]: true },
  },
  ...["additionalProperties", "unevaluatedProperties"].map((key) => ({
    rule: "open-response",
    pointer: `/components/schemas/Message/${key}`,
    message: `A response stays open: leave out "${key}: false".`,
    damage: { [`/components/schemas/Message/${key}`]: false },
  })),
  {
    rule: "open-response",
    pointer: `${CHAT}/id/nullable`,
    message: '"nullable" is no keyword of OpenAPI 3.1: write type: [<type>, "null"].',
    damage: { [`${CHAT}/id/nullable`]: true },
  },
];

const folder = mkdtempSync(join(tmpdir(), "agent-chats-lint-"));
let problems: LintProblem[];

beforeAll(async () => {
  const files = [undefined, ...cases].map((each, index) => {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify(damaged("good", each?.damage)));
    return file;
  });
  problems = await lint(files);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe("each house rule reports its breach, where it stands", () => {
  test("a document that keeps every rule has no problem", () => {
    expect(problems.filter(({ file }) => file === "0.json")).toEqual([]);
  });

  test.each(cases.map((each, index) => ({ ...each, file: `${index + 1}.json` })))(
    "$rule: $message",
    ({ file, rule, pointer, message }) => {
      const found = problems.filter((each) => each.file === file && each.rule.startsWith("agent-chats/"));
      expect(found).toEqual([
        { file, rule: `agent-chats/${rule}`, severity: "error", message, pointer: `#${pointer}` },
      ]);
    },
  );

  test("every rule of the plugin has a breach here, and is an error in redocly.yaml", () => {
    const rules = Object.keys(createPlugin().rules.oas3).toSorted();
    const config = parse(readFileSync(new URL("../redocly.yaml", import.meta.url), "utf8"));
    expect([...new Set(cases.map(({ rule }) => rule))].toSorted()).toEqual(rules);
    expect(config.rules).toMatchObject(Object.fromEntries(rules.map((rule) => [`agent-chats/${rule}`, "error"])));
  });

  test("redocly.yaml has no list of APIs, which would take over the generator's choice of its input", () => {
    const config = parse(readFileSync(new URL("../redocly.yaml", import.meta.url), "utf8"));
    expect(config).not.toHaveProperty("apis");
  });
});

test("the specs have no problem and no warning", async () => {
  expect(await lint(VENDORS.map((vendor) => `${vendor}/openapi.yaml`))).toEqual([]);
}, 60_000);
