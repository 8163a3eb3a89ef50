import { beforeAll, describe, expect, test } from "vitest";
import { createTestEmulator, send } from "../test/testing.ts";
import type { Emulator } from "./emulator.ts";

let emulator: Emulator;
let agent: string;
beforeAll(() => {
  emulator = createTestEmulator({ chats: 20 });
  agent = `/cotool/api/agents/${emulator.state.cotool.agents[0]?.agentId}/chats`;
});

const toMessage = (body: { errorMessage?: string; message?: string }) => body.errorMessage ?? body.message;

describe("a bad parameter is 400 and is named:", () => {
  const chats = "/cargo/ai/chats/list?";
  const messages = "/cargo/ai/messages/list";
  const invent = "/invent/orgs/c/chats?";
  test.each([
    [`${chats}agentUuid=1`, "agentUuid must be a UUID"],
    [`${chats}agentUuid=90b7d9af-71e1-1f0b-a3bc-9d3f3a0d8c55`, "agentUuid must be a UUID of an accepted form"],
    [`${chats}releaseUuid=`, "releaseUuid must be a UUID"],
    [`${chats}userUuid=x`, "userUuid must be a UUID"],
    [`${chats}triggerType=email`, "triggerType must be one of connector, draft,"],
    [`${chats}messageStatuses=done`, "messageStatuses.0 must be one of pending,"],
    [`${chats}messageStatuses[]=error&messageStatuses[]=ERROR`, "messageStatuses.1 must be one of"],
    [`${chats}messageStatuses=error,success`, "messageStatuses.0 must be one of"],
    [`${chats}createdAfter=yesterday`, "createdAfter must be an ISO 8601 date or date-time with an offset"],
    [`${chats}createdBefore=2026-02-30`, "createdBefore must be an ISO 8601 date or date-time"],
    [`${chats}createdBefore=2026-11-01T10:00:00`, "createdBefore must be an ISO 8601 date or date-time"],
    [`${chats}createdAfter=2026-12-31T23:59:60Z`, "createdAfter is no time of the calendar"],
    [`${chats}limit=-1`, "limit must match pattern"],
    [`${chats}limit=`, "limit must match pattern"],
    [`${chats}offset=1e1`, "offset must match pattern"],
    [`${chats}limit=1&limit=2`, "limit is given 2 times"],
    [`${chats}name=%FF`, "name is not well encoded"],
    [messages, "chatUuid is required"],
    [`${messages}?chatUuid=a&chatUuid=b`, "chatUuid is given 2 times"],
    [`${messages}?chatUuid=a&limit=x`, "limit must match pattern"],
    ["AGENT?limit=0", "limit must be >= 1"],
    ["AGENT?limit=101", "limit must be <= 100"],
    ["AGENT?limit=0x10", "limit must be a whole number"],
    ["AGENT?limit=2.5", "limit must be a whole number"],
    ["AGENT?offset=-1", "offset must be >= 0"],
    ["AGENT?offset=", "offset must be a whole number"],
    ["/cotool/api/agents/me/chats", "agentId must be a UUID"],
    ["/cotool/api/agents/%E0/chats", "agentId is not well encoded"],
    [`${invent}search=${"x".repeat(257)}`, "search must NOT have more than 256 characters"],
    [`${invent}integration_id=fax`, "integration_id must be one of internal,"],
    [`${invent}status=completed`, "status must be one of ALL,"],
    [`${invent}state=DONE`, "state must be one of"],
    [`${invent}ai_status=ON`, "ai_status must be one of"],
    [`${invent}filter=MINE`, "filter must be one of"],
    [`${invent}page=0`, "page must be >= 1"],
    [`${invent}take=101`, "take must be <= 100"],
    [`${invent}take=ten`, "take must be a whole number"],
  ])("%s", async (path, message) => {
    const response = await send(emulator, path.replace("AGENT", agent));
    expect([response.status, toMessage(await response.json())]).toEqual([400, expect.stringContaining(message)]);
  });
});

test("a number that a spec takes as text may begin with zeros", async () => {
  const response = await send(emulator, "/cargo/ai/chats/list?limit=010");
  expect(await response.json()).toMatchObject({ chats: { length: 10 } });
});

describe("a bad body is 400 and says why:", () => {
  const json = { "content-type": "application/json" };
  test.each([
    ["{", json, "The body is not valid JSON"],
    ["", json, "The body is missing"],
    ["{}", { "content-type": "text/plain" }, "The content type must be application/json"],
    ["{}", { "content-type": "application/json-patch+json" }, "The content type must be application/json"],
    ["[]", json, "The body must be object"],
    ["null", json, "The body must be object"],
    ["{}", json, "trigger is required"],
    ['{"trigger":{}}', json, "trigger.type is required"],
    ['{"trigger":{"type":"fax"}}', json, "trigger.type must be connector, draft,"],
    ['{"trigger":{"type":"connector"}}', json, "trigger.connectorUuid is required"],
    ['{"trigger":{"type":"workflow","uuid":5}}', json, "trigger.uuid must be string"],
    ['{"trigger":{"type":"app"},"title":"x"}', json, "title is not known"],
    ['{"trigger":{"type":"app"},"name":null}', json, "name must be string"],
  ])("%s", async (body, headers, message) => {
    const response = await send(emulator, "/cargo/ai/chats", { method: "POST", headers, body });
    expect([response.status, toMessage(await response.json())]).toEqual([400, expect.stringContaining(message)]);
  });

  test("nothing was created", () => {
    expect(emulator.state.cargo.chats).toHaveLength(20);
  });
});

test("a message says one thing, in words and not in patterns", async () => {
  const list = async (query: string) => toMessage(await (await send(emulator, `/cargo/ai/chats/list?${query}`)).json());
  expect(await list("agentUuid=1")).toBe("agentUuid must be a UUID");
  expect(await list("createdAfter=x")).toBe("createdAfter must be an ISO 8601 date or date-time with an offset");
  const headers = { "content-type": "application/json" };
  const created = await send(emulator, "/cargo/ai/chats", { method: "POST", headers, body: '{"title":"x"}' });
  expect(toMessage(await created.json())).toBe("trigger is required");
});

describe("without the token every operation is 401 in the vendor's shape:", () => {
  const shapes = {
    "/cargo/ai/chats/list?limit=bad": { errorMessage: expect.any(String), reason: "invalidToken" },
    "/cargo/ai/messages/list": { errorMessage: expect.any(String), reason: "invalidToken" },
    "/cotool/api/agents/x/chats": { error: "Unauthorized", message: expect.any(String) },
    "/invent/orgs/nowhere/chats": { message: expect.any(String), error: "Unauthorized", statusCode: 401 },
  };
  const wrong = [
    ...["", "emulator-token", "Basic emulator-token", "Bearer", "Bearer other", "Bearer emulator-token x"],
    ...["Bearer emulator-toke", "Bearer emulator-tokeX", "Bearer emulator-token-2", "Bearer Xmulator-token"],
    ...["Bearer mulator-token", "Bearer my-emulator-token", "Bearer EMULATOR-TOKEN"],
  ];
  test.each(Object.entries(shapes))("%s", async (path, shape) => {
    for (const authorization of wrong) {
      const response = await send(emulator, path, { headers: { authorization } });
      expect([authorization, response.status, await response.json()]).toEqual([authorization, 401, shape]);
    }
  });

  test("the scheme may be written in any case", async () => {
    const response = await send(emulator, "/cargo/ai/chats/list", {
      headers: { authorization: "bearer emulator-token" },
    });
    expect(response.status).toBe(200);
  });
});

test("an unknown route is 404 in the vendor's shape", async () => {
  const response = await send(emulator, "/cargo/ai/nothing");
  expect([response.status, await response.json()]).toEqual([
    404,
    { errorMessage: expect.any(String), reason: "notFound" },
  ]);
});

test("a known path with another method is 405 and says which is allowed", async () => {
  const response = await send(emulator, "/invent/orgs/c/chats", { method: "DELETE" });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET"]);
  expect(await response.json()).toMatchObject({ error: "Method Not Allowed", statusCode: 405 });
});
