import { describe, expect, test } from "vitest";
import { listings } from "../../test/listings.ts";
import { createTestEmulator } from "../../test/testing.ts";
import { createOrdering } from "./order.ts";

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const compare = (left: string, right: string) => (left === right ? 0 : left < right ? -1 : 1);

describe.each(listings)("$name", ({ read, all, setDials }) => {
  const chats = { chats: 90 };

  test.each(["created", "updated"] as const)("lists by %s, in both directions, and ties by identifier", async (by) => {
    const emulator = createTestEmulator(chats);
    const ascending = ids(
      all(emulator).toSorted((left, right) => compare(left[by], right[by]) || compare(left.id, right.id)),
    );
    setDials(emulator, { order: { by } });
    expect(ids(await read(emulator))).toEqual(ascending.toReversed());
    setDials(emulator, { order: { by, direction: "ascending" } });
    expect(ids(await read(emulator))).toEqual(ascending);
  });

  test("lists in an arbitrary order that stays, and that no field shows", async () => {
    const emulator = createTestEmulator(chats);
    setDials(emulator, { order: { by: "arbitrary" } });
    const items = await read(emulator);
    expect(ids(await read(emulator))).toEqual(ids(items));
    expect(ids(items).toSorted()).toEqual(ids(all(emulator)).toSorted());
    for (const field of ["id", "created", "updated"] as const) {
      const values = items.map((item) => item[field]);
      expect(values).not.toEqual(values.toSorted());
      expect(values).not.toEqual(values.toSorted().reverse());
    }
    setDials(emulator, { order: { by: "arbitrary", direction: "ascending" } });
    expect(ids(await read(emulator))).toEqual(ids(items).reverse());
  });
});

const [cargo] = listings as [(typeof listings)[number]];

test("items of the same time are in the order of their identifiers", async () => {
  const emulator = createTestEmulator({ chats: 50 });
  for (const index of [40, 3, 17, 28, 9]) emulator.state.cargo.chatList.update(index);
  cargo.setDials(emulator, { order: { by: "updated", direction: "ascending" } });
  const last = ids(await cargo.read(emulator)).slice(-5);
  expect(last).toEqual([40, 3, 17, 28, 9].map((index) => cargo.all(emulator)[index]?.id).sort());
});

test("in an arbitrary order the others keep their places when an item comes in", async () => {
  const emulator = createTestEmulator({ chats: 50, dials: { cargo: { listChats: { order: { by: "arbitrary" } } } } });
  const before = ids(await cargo.read(emulator));
  emulator.state.cargo.create({ trigger: { type: "app" } });
  const after = ids(await cargo.read(emulator));
  expect(after).toHaveLength(51);
  expect(after.filter((id) => before.includes(id))).toEqual(before);
});

test("a changed item is listed where it now belongs", async () => {
  const emulator = createTestEmulator({ chats: 50 });
  cargo.setDials(emulator, { order: { by: "updated" } });
  const last = (await cargo.read(emulator)).at(-1)?.id;
  emulator.state.cargo.chatList.update(emulator.state.cargo.chats.findIndex(({ uuid }) => uuid === last));
  expect((await cargo.read(emulator))[0]?.id).toBe(last);
});

test("a list is sorted again only when it has changed", () => {
  const { chatList } = createTestEmulator({ chats: 50 }).state.cargo;
  const order = createOrdering(cargo.pagination, { by: "updated" });
  const sorted = order(chatList);
  expect(order(chatList)).toBe(sorted);
  chatList.insert();
  expect(order(chatList)).toHaveLength(51);
});
