import { type ChatFilters, createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createInvent } from "@agent-chats/client/invent";
import { createEmulator, type Listener, listen } from "@agent-chats/emulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const emulator = createEmulator({ chats: 700 });
const { state, token } = emulator;
let listener: Listener;

beforeAll(async () => {
  listener = await listen(emulator);
});

afterAll(() => listener.close());

const baseUrl = (vendor: string) => `${listener.url}/${vendor}`;

/** Members of a list of objects that identify its items. */
const pick = <Key extends string>(key: Key, items: readonly Record<Key, unknown>[]) => items.map((item) => item[key]);

describe("over real HTTP, the client gives exactly what the emulator holds:", () => {
  test("all chats of Cargo, and all messages of one", async () => {
    const cargo = createCargo({ token, baseUrl: baseUrl("cargo") });
    expect(pick("uuid", await cargo.chats.list().toArray())).toEqual(pick("uuid", state.cargo.chats));
    const chatUuid = state.cargo.chats[0]?.uuid ?? "";
    const messages = await cargo.messages.list({ chatUuid }, { pageSize: 2 }).toArray();
    expect(messages.length).toBeGreaterThan(0);
    expect(pick("uuid", messages)).toEqual(pick("uuid", state.cargo.messagesOf(chatUuid) ?? []));
  });

  test("all chats of every agent of Cotool", async () => {
    const cotool = createCotool({ token, baseUrl: baseUrl("cotool") });
    for (const { agentId } of state.cotool.agents) {
      const chats = await cotool.chats.list({ agentId }).toArray();
      expect(pick("id", chats)).toEqual(pick("id", state.cotool.chatsOf(agentId) ?? []));
    }
  });

  test("all chats of Invent's organisation, by its id and as the key's own", async () => {
    const invent = createInvent({ token, baseUrl: baseUrl("invent") });
    for (const org_id of [state.invent.orgId, "c"]) {
      const chats = await invent.chats.list({ org_id }).toArray();
      expect(pick("id", chats)).toEqual(pick("id", state.invent.chats));
    }
  });

  test("a chat of Cargo that was just created, with the filters that find it", async () => {
    const cargo = createCargo({ token, baseUrl: baseUrl("cargo") });
    const agentUuid = state.cargo.chats[0]?.agentUuid ?? "";
    const created = await cargo.chats.create({
      trigger: { type: "draft" },
      name: "Call prep: Łódź & Söhne",
      agentUuid,
    });
    const filters = { agentUuid, name: "łódź & s", triggerType: "draft" } as const;
    expect(await cargo.chats.list(filters).toArray()).toEqual([created]);
  });

  test("the same chats in the vendor's form of an array and in the documented one", async () => {
    const bracketed = createCargo({ token, baseUrl: baseUrl("cargo") });
    const documented = createCargo({ token, baseUrl: baseUrl("cargo"), arrayFormat: "documented" });
    const filters: ChatFilters = { messageStatuses: ["error", "cancelled"] };
    const chats = await bracketed.chats.list(filters).toArray();
    expect(chats.length).toBeGreaterThan(0);
    expect(await documented.chats.list(filters).toArray()).toEqual(chats);
  });

  test("an error in the vendor's own words, with its status", async () => {
    const cotool = createCotool({ token: "wrong", baseUrl: baseUrl("cotool") });
    const listing = cotool.chats.list({ agentId: state.cotool.agents[0]?.agentId ?? "" });
    await expect(listing.toArray()).rejects.toMatchObject({ status: 401, body: { error: "Unauthorized" } });
  });
});
