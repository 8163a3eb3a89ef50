import { describe, expect, test } from "vitest";
import { type Item, listings } from "../../test/listings.ts";
import { createTestEmulator, get, now, send } from "../../test/testing.ts";
import type { EmulatorOptions } from "../emulator.ts";
import { createValidator } from "../validation.ts";
import { vendors } from "../vendors.ts";
import type { Churn } from "./list-dials.ts";

/** A second passes with every look at the clock, so that nothing happens at the same time. */
function createTickingEmulator(options: EmulatorOptions = {}) {
  let looks = 0;
  const clock = () => {
    looks += 1;
    return new Date(now.getTime() + looks * 1000);
  };
  return createTestEmulator({ chats: 300, clock, ...options });
}

const ids = (items: readonly Item[]) => new Set(items.map(({ id }) => id));

/** What has become of a list. */
function compare(before: readonly Item[], after: readonly Item[]) {
  const [old, recent] = [new Map(before.map((item) => [item.id, item])), ids(after)];
  return {
    inserted: after.filter(({ id }) => !old.has(id)),
    updated: after.filter(({ id, updated }) => old.has(id) && old.get(id)?.updated !== updated),
    deleted: before.filter(({ id }) => !recent.has(id)),
  };
}

const counts = (changes: ReturnType<typeof compare>) => Object.values(changes).map(({ length }) => length);

describe.each(listings)("$name", ({ read, all, setDials, name }) => {
  /** The changes between two requests, and between two later ones. */
  async function watch(churn: Churn) {
    const emulator = createTickingEmulator();
    setDials(emulator, { churn });
    const start = all(emulator);
    await read(emulator);
    expect(all(emulator)).toEqual(start);
    await read(emulator);
    const second = all(emulator);
    await read(emulator);
    return [compare(start, second), compare(second, all(emulator))] as const;
  }

  test("changes by as much as it is told, each time but the first", async () => {
    const kinds: [Churn, number[]][] = [
      [{ inserts: 2 }, [2, 0, 0]],
      [{ updates: 1 }, [0, 1, 0]],
      [{ deletes: 2 }, [0, 0, 2]],
      [{ inserts: 1, updates: 1, deletes: 1 }, [1, 1, 1]],
      [{}, [0, 0, 0]],
    ];
    for (const [churn, expected] of kinds) {
      const [first, second] = await watch(churn);
      expect(counts(first)).toEqual(expected);
      expect(counts(second)).toEqual(expected);
    }
  });

  test("creates now, and updates now", async () => {
    const [{ inserted, updated }, later] = await watch({ inserts: 2, updates: 1 });
    for (const { created, updated: changed } of inserted) {
      expect(created > now.toISOString()).toBe(true);
      expect(changed).toBe(created);
    }
    expect(updated.every((item) => item.updated > now.toISOString() && item.created < item.updated)).toBe(true);
    expect(later.inserted.every(({ created }) => created > (inserted[0]?.created ?? ""))).toBe(true);
  });

  test("makes items that the spec allows", async () => {
    const emulator = createTickingEmulator();
    setDials(emulator, { churn: { inserts: 40 } });
    await read(emulator);
    const before = ids(all(emulator));
    await read(emulator);
    const created = all(emulator).filter(({ id }) => !before.has(id));
    const [vendor = "", operation = ""] = name.split(".");
    const validate = createValidator(vendors[vendor as keyof typeof vendors].jsonSchemas);
    const raw = created.map((item) => item.raw);
    const body = { "cargo.listChats": { chats: raw }, "cargo.listMessages": { messages: raw } }[name];
    const total = { "cotool.listAgentChats": { chats: raw, totalCount: 1 } }[name];
    expect(created).toHaveLength(40);
    expect(validate(`${operation}.200`, body ?? total ?? raw)).toBeUndefined();
  });

  test("does the same for the same seed, again after a reset, and something else for another", async () => {
    const dials = { churn: { inserts: { atMost: 3 }, updates: { atMost: 3 }, deletes: { atMost: 2 } } };
    const run = async (emulator: ReturnType<typeof createTickingEmulator>) => {
      setDials(emulator, dials);
      const answers: string[] = [];
      for (let request = 0; request < 5; request += 1) {
        answers.push(JSON.stringify((await read(emulator)).map(({ id }) => id)));
      }
      return answers;
    };
    const emulator = createTestEmulator({ chats: 300 });
    const answers = await run(emulator);
    expect(new Set(answers).size).toBeGreaterThan(2);
    expect(await run(createTestEmulator({ chats: 300 }))).toEqual(answers);
    emulator.reset();
    expect(await run(emulator)).toEqual(answers);
    expect(await run(createTestEmulator({ chats: 300, seed: 2 }))).not.toEqual(answers);
  });
});

const [cargoChats, cargoMessages, , inventChats] = listings as [Listing, Listing, Listing, Listing];
type Listing = (typeof listings)[number];

test("a number that is at most something takes every value up to it, by the seed", async () => {
  const draw = async (seed: number) => {
    const emulator = createTestEmulator({ chats: 5, seed });
    emulator.dials.cargo.listChats = { churn: { inserts: { atMost: 2 } } };
    const lengths: number[] = [];
    for (let request = 0; request < 31; request += 1) lengths.push((await cargoChats.read(emulator)).length);
    return lengths.slice(1).map((length, index) => length - (lengths[index] ?? 0));
  };
  const [first, second] = [await draw(1), await draw(2)];
  expect([...new Set(first)].sort()).toEqual([0, 1, 2]);
  expect(second).not.toEqual(first);
});

test("an updated item moves in a list by update, and stays in its place in one by creation", async () => {
  const emulator = createTickingEmulator();
  emulator.dials.cargo.listChats = { churn: { updates: 3 } };
  emulator.dials.invent.listOrgChats = { churn: { updates: 1 } };
  const order = cargoChats.all(emulator).map(({ id }) => id);
  for (let request = 0; request < 4; request += 1) await cargoChats.read(emulator);
  expect(cargoChats.all(emulator).map(({ id }) => id)).toEqual(order);
  const before = inventChats.all(emulator);
  await inventChats.read(emulator);
  const after = (await inventChats.read(emulator)).map(({ id, updated }) => ({ id, updated }));
  const [moved] = compare(before, inventChats.all(emulator)).updated;
  expect(after[0]).toEqual({ id: moved?.id, updated: moved?.updated });
});

test("a list that is deleted to the end stays empty", async () => {
  const emulator = createTestEmulator({ chats: 5 });
  emulator.dials.cargo.listChats = { churn: { deletes: 3, updates: 1 } };
  const lengths = [];
  for (let request = 0; request < 4; request += 1) lengths.push((await cargoChats.read(emulator)).length);
  expect(lengths).toEqual([5, 2, 0, 0]);
});

test("a filter does not shield from changes, and a refused request brings none", async () => {
  const emulator = createTestEmulator({ chats: 50 });
  emulator.dials.cargo.listChats = { churn: { inserts: 1 } };
  await cargoChats.read(emulator, { more: "messageStatuses=error" });
  await send(emulator, "/cargo/ai/chats/list?limit=x");
  await send(emulator, "/cargo/ai/chats/list?createdAfter=2026-12-31T23:59:60Z");
  expect(emulator.state.cargo.chats).toHaveLength(50);
  await cargoChats.read(emulator, { more: "messageStatuses=error" });
  expect(emulator.state.cargo.chats).toHaveLength(51);
});

test("dials that are set anew begin anew: their first request changes nothing", async () => {
  const emulator = createTestEmulator({ chats: 50 });
  for (const expected of [50, 51]) {
    emulator.dials.cargo.listChats = { churn: { inserts: 1 } };
    await cargoChats.read(emulator);
    await cargoChats.read(emulator);
    expect(emulator.state.cargo.chats).toHaveLength(expected + 1);
  }
});

test("a deleted chat of Cargo has no messages, and a new one has those of its first exchange", async () => {
  const emulator = createTickingEmulator({ dials: { cargo: { listChats: { churn: { inserts: 12, deletes: 1 } } } } });
  const before = cargoChats.all(emulator);
  await cargoChats.read(emulator);
  await cargoChats.read(emulator);
  const { inserted, deleted } = compare(before, cargoChats.all(emulator));
  expect((await send(emulator, `/cargo/ai/messages/list?chatUuid=${deleted[0]?.id}`)).status).toBe(404);
  for (const { id } of inserted) {
    const { messages } = await get<{ messages: object[] }>(emulator, `/cargo/ai/messages/list?chatUuid=${id}`);
    const chat = emulator.state.cargo.chats.find(({ uuid }) => uuid === id);
    expect([1, 2]).toContain(messages.length);
    expect(messages.at(-1)).toMatchObject(chat?.lastMessage ?? {});
    expect(chat?.creditsUsedCount).toBe(0);
  }
});

test("messages that come and go leave the chat with the last one, and with the sum of what they cost", async () => {
  const emulator = createTickingEmulator();
  emulator.dials.cargo.listMessages = { churn: { inserts: 2, deletes: { atMost: 1 }, updates: 1 } };
  for (let request = 0; request < 6; request += 1) await cargoMessages.read(emulator);
  const messages = cargoMessages.all(emulator).map(({ raw }) => raw as { chatUuid: string; usage: null });
  const chat = emulator.state.cargo.chats.find(({ uuid }) => uuid === messages[0]?.chatUuid);
  const costs = messages.map(({ usage }: { usage: { creditsUsedCount?: number } | null }) => usage?.creditsUsedCount);
  expect(messages.at(-1)).toMatchObject(chat?.lastMessage ?? { uuid: "none" });
  expect(chat?.creditsUsedCount).toBe(costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0));
  expect((chat?.updatedAt ?? "") > now.toISOString()).toBe(true);
});
