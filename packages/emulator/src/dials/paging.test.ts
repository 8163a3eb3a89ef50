import { describe, expect, test } from "vitest";
import { listings } from "../../test/listings.ts";
import { createTestEmulator, get, send } from "../../test/testing.ts";

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const chats = { chats: 300 };

describe.each(listings)("$name", ({ read, all, setDials, pagination }) => {
  test("gives a clamped page for a larger one, and counts its pages by its own size", async () => {
    const emulator = createTestEmulator(chats);
    setDials(emulator, { clamp: 2 });
    const position = pagination.style === "page" ? pagination.first + 1 : 2;
    expect(ids(await read(emulator))).toEqual(ids(all(emulator)).slice(0, 2));
    expect(ids(await read(emulator, { position }))).toEqual(ids(all(emulator)).slice(2, 4));
    expect(ids(await read(emulator, { size: 1 }))).toEqual(ids(all(emulator)).slice(0, 1));
  });

  test("ignores the position, and the size, when told to", async () => {
    const emulator = createTestEmulator(chats);
    const start = pagination.style === "page" ? 3 : 4;
    const size = 2;
    setDials(emulator, { ignore: [pagination.position] });
    expect(ids(await read(emulator, { position: start, size }))).toEqual(ids(all(emulator)).slice(0, 2));
    setDials(emulator, { ignore: [pagination.size] });
    const usual = pagination.defaultSize ?? 100;
    expect(ids(await read(emulator, { size }))).toEqual(ids(all(emulator)).slice(0, usual));
    setDials(emulator, {});
    expect(ids(await read(emulator, { size }))).toEqual(ids(all(emulator)).slice(0, 2));
  });
});

test("a clamp changes no total, and the header tells the size that counts", async () => {
  const emulator = createTestEmulator({ ...chats, dials: { invent: { listOrgChats: { clamp: 30 } } } });
  const { headers } = await send(emulator, "/invent/orgs/c/chats?page=2&take=100");
  expect(["count", "page", "take"].map((name) => headers.get(`pagination-${name}`))).toEqual(["300", "2", "30"]);
});

test("an ignored filter chooses nothing, not even what its values may be; the others do", async () => {
  const emulator = createTestEmulator(chats);
  const count = async (query: string) =>
    (await get<{ chats: unknown[] }>(emulator, `/cargo/ai/chats/list?limit=999&${query}`)).chats.length;
  const range = "createdAfter=2026-10-01&createdBefore=2026-11-01";
  const [app, narrow] = [await count("triggerType=app"), await count(range)];
  expect(app).toBeLessThan(300);
  emulator.dials.cargo.listChats = { ignore: ["createdAfter", "createdBefore"] };
  expect(await count(range)).toBe(300);
  expect(await count("createdAfter=yesterday")).toBe(300);
  expect(await count(`${range}&triggerType=app`)).toBe(app);
  emulator.dials.cargo.listChats = { ignore: ["messageStatuses", "createdBefore"] };
  expect(await count("messageStatuses%5B%5D=error&messageStatuses=nonsense")).toBe(300);
  expect(await count(range)).toBeGreaterThan(narrow);
  expect((await send(emulator, "/cargo/ai/chats/list?createdAfter=yesterday")).status).toBe(400);
});

test("dials of one operation leave the others alone", async () => {
  const emulator = createTestEmulator(chats);
  emulator.dials.cargo.listMessages = { clamp: 1, ignore: ["offset"] };
  emulator.dials.invent.listOrgChats = { ignore: ["state", "take"] };
  const { chats: given } = await get<{ chats: unknown[] }>(emulator, "/cargo/ai/chats/list?limit=7&offset=2");
  expect(given).toEqual(emulator.state.cargo.chats.slice(2, 9));
});
