import { describe, expect, test } from "vitest";
import { vendor as cargo } from "../src/cargo/index.ts";
import { vendor as cotool } from "../src/cotool/index.ts";
import { vendorIds } from "../src/index.ts";
import { vendor as invent } from "../src/invent/index.ts";
import { generateVendor } from "./operations.ts";

describe("the table of a spec of one's own", () => {
  const toDocument = (responses: object) => ({
    info: { title: "Acme" },
    servers: [{ url: "https://api.acme.example" }],
    components: { securitySchemes: { bearer: { "x-token-variable": "ACME_TOKEN" } } },
    paths: { "/things": { post: { operationId: "createThing", summary: "Creates", responses } } },
  });
  const json = (type: string) => ({ content: { "application/json": { schema: { type } } } });

  test("goes by whichever success has a JSON body", () => {
    const document = toDocument({ 204: {}, 201: json("array"), 400: json("object") });
    expect(generateVendor("acme", document).operations.createThing).toMatchObject({
      answer: "array",
      statuses: [201, 204, 400],
    });
  });

  test("names an operation that has none", () => {
    expect(() => generateVendor("acme", toDocument({ 204: {}, 400: json("object") }))).toThrow(
      "createThing declares no success with a JSON body.",
    );
  });
});

describe("the operation tables", () => {
  test("hold the five documented operations", () => {
    const lines = [cargo, cotool, invent].flatMap(({ id, baseUrl, operations }) =>
      Object.values(operations).map(({ method, path }) => `${id} ${method} ${baseUrl}${path}`),
    );
    expect(vendorIds).toEqual(["cargo", "cotool", "invent"]);
    expect(lines).toEqual([
      "cargo GET https://api.getcargo.io/v1/ai/chats/list",
      "cargo POST https://api.getcargo.io/v1/ai/chats",
      "cargo GET https://api.getcargo.io/v1/ai/messages/list",
      "cotool GET https://app.cotool.ai/api/agents/{agentId}/chats",
      "invent GET https://api.useinvent.com/orgs/{org_id}/chats",
    ]);
  });

  test("say how a parameter is written", () => {
    const { parameters } = cargo.operations.listChats;
    const find = (name: string) => parameters.find((parameter) => parameter.name === name);
    const query = { in: "query", required: false, type: "string", style: "form", explode: true };
    expect(find("messageStatuses")).toEqual({
      name: "messageStatuses",
      ...query,
      array: true,
      arrayFormat: "brackets",
    });
    expect(find("createdAfter")).toEqual({ name: "createdAfter", ...query, array: false, instant: true });
    expect(find("name")).toEqual({ name: "name", ...query, array: false });
    expect(cotool.operations.listAgentChats.parameters[0]).toMatchObject({
      in: "path",
      required: true,
      style: "simple",
    });
  });

  test("say how a listing pages, in all three dialects", () => {
    expect(cargo.operations.listChats.pagination).not.toHaveProperty("total");
    expect(cotool.operations.listAgentChats.pagination.total).toEqual({ body: "/totalCount" });
    expect(invent.operations.listOrgChats.pagination).toMatchObject({
      style: "page",
      first: 1,
      items: "",
      total: { header: "pagination-count" },
    });
    expect(cargo.operations.createChat).not.toHaveProperty("pagination");
  });

  test("say what the body of each declared error is at its top", () => {
    const json = { 400: "object", 401: "object", 404: "object", 500: "object" };
    expect(cargo.operations.createChat.errors).toEqual({ ...json, 429: "string", 502: "string" });
    expect(cotool.operations.listAgentChats.errors).toEqual({ ...json, 429: "object", 502: "string" });
  });

  test("list every secret of an answer", () => {
    expect(cargo.operations.listMessages.sensitive).toEqual([
      "/messages/*/mcpClients/*/authentication",
      "/messages/*/mcpClients/*/url",
    ]);
  });
});
