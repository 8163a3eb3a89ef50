import { describe, expect, test } from "vitest";
import { createTestEmulator, get } from "../../test/testing.ts";
import type { EmulatorOptions } from "../emulator.ts";
import { checkDials, type Listing } from "./check.ts";

const length = async (emulator: ReturnType<typeof createTestEmulator>) =>
  (await get<{ chats: unknown[] }>(emulator, "/cargo/ai/chats/list")).chats.length;

test("dials hold from the beginning, can be read, and are replaced as a whole", async () => {
  const emulator = createTestEmulator({ chats: 50, dials: { cargo: { listChats: { clamp: 7 } } } });
  expect(await length(emulator)).toBe(7);
  expect(emulator.dials.cargo).toEqual({ listChats: { clamp: 7 }, listMessages: {} });
  emulator.dials.cargo.listChats = { ...emulator.dials.cargo.listChats, order: { by: "updated" } };
  expect(await length(emulator)).toBe(7);
  emulator.dials.cargo.listChats = { order: { by: "updated" } };
  expect(await length(emulator)).toBe(50);
});

test("a reset turns the dials back to those that the emulator was made with", async () => {
  const given = { cargo: { listChats: { clamp: 7 } } };
  const emulator = createTestEmulator({ chats: 50, dials: given });
  given.cargo.listChats.clamp = 9;
  emulator.dials.cargo.listChats = { clamp: 3 };
  emulator.dials.cotool.listAgentChats = { clamp: 3 };
  emulator.reset();
  expect(emulator.dials.cargo.listChats).toEqual({ clamp: 7 });
  expect(emulator.dials.cotool.listAgentChats).toEqual({});
  expect(await length(emulator)).toBe(7);
});

test("dials that were set are nobody's to change, and refused ones change nothing", async () => {
  const emulator = createTestEmulator({ chats: 50 });
  const dials = { clamp: 7, ignore: ["name" as const] };
  emulator.dials.cargo.listChats = dials;
  dials.clamp = 9;
  expect(() => {
    // @ts-expect-error dials are replaced, not changed
    emulator.dials.cargo.listChats.clamp = 1;
  }).toThrow(TypeError);
  expect(() => {
    emulator.dials.cargo.listChats = { clamp: 0 };
  }).toThrow(RangeError);
  expect(emulator.dials.cargo.listChats).toEqual({ clamp: 7, ignore: ["name"] });
  expect(await length(emulator)).toBe(7);
});

describe("what is no dial is refused, by the compiler and by name:", () => {
  type Dials = EmulatorOptions["dials"];
  const churn = (inserts: unknown) => ({ cargo: { listChats: { churn: { inserts } } } }) as Dials;
  const cases: [message: string, dials: () => Dials | undefined][] = [
    // @ts-expect-error no such vendor
    ["dials.carg does not exist; the vendors: cargo, cotool, invent", () => ({ carg: {} })],
    [
      "dials.cargo.createChat does not exist; the operations that list: listChats, listMessages",
      // @ts-expect-error an operation that does not list
      () => ({ cargo: { createChat: {} } }),
    ],
    [
      "dials.invent.listOrgChats.clmp does not exist; there is order, clamp, ignore, churn, latencyMs, drift",
      // @ts-expect-error no such dial
      () => ({ invent: { listOrgChats: { clmp: 3 } } }),
    ],
    [
      "dials.cargo.listChats must be an object of order, clamp, ignore, churn, latencyMs, drift, not 3",
      // @ts-expect-error no dials
      () => ({ cargo: { listChats: 3 } }),
    ],
    [
      'dials.cargo.listChats.order.by must be one of created, updated, arbitrary, not "name"',
      // @ts-expect-error no such order
      () => ({ cargo: { listChats: { order: { by: "name" } } } }),
    ],
    [
      'dials.cargo.listChats.order.direction must be one of ascending, descending, not "up"',
      // @ts-expect-error no such direction
      () => ({ cargo: { listChats: { order: { by: "created", direction: "up" } } } }),
    ],
    [
      "dials.cargo.listChats.order.by must be one of created, updated, arbitrary, not undefined",
      // @ts-expect-error an order by nothing
      () => ({ cargo: { listChats: { order: {} } } }),
    ],
    [
      'dials.cotool.listAgentChats.ignore.1 must be one of limit, offset, not "page"',
      // @ts-expect-error a parameter of another vendor
      () => ({ cotool: { listAgentChats: { ignore: ["offset", "page"] } } }),
    ],
    [
      'dials.cargo.listMessages.ignore.0 must be one of limit, offset, not "chatUuid"',
      // @ts-expect-error a parameter that the operation cannot do without
      () => ({ cargo: { listMessages: { ignore: ["chatUuid"] } } }),
    ],
    [
      'dials.cargo.listChats.ignore must be an array of names, not "offset"',
      // @ts-expect-error a name, and no array
      () => ({ cargo: { listChats: { ignore: "offset" } } }),
    ],
    [
      'dials.cargo.listChats.clamp must be a whole number from 1, not "30"',
      // @ts-expect-error a text
      () => ({ cargo: { listChats: { clamp: "30" } } }),
    ],
    [
      "dials.cargo.listChats.churn.insert does not exist; there is inserts, updates, deletes",
      // @ts-expect-error no such change
      () => ({ cargo: { listChats: { churn: { insert: 1 } } } }),
    ],
    [
      "dials.cargo.listChats.clamp must be a whole number from 1, not 0",
      () => ({ cargo: { listChats: { clamp: 0 } } }),
    ],
    ["dials.cargo.listChats.churn.inserts must be a whole number from 0, not 1.5", () => churn(1.5)],
    ["dials.cargo.listChats.churn.inserts must be a whole number from 0, not -1", () => churn(-1)],
    ["dials.cargo.listChats.churn.inserts.atMost must be a whole number from 0, not -1", () => churn({ atMost: -1 })],
    ["dials.cargo.listChats.churn.inserts must be an object of atMost, not null", () => churn(null)],
    [
      "dials.cargo.listChats.latencyMs must be milliseconds from 0 and below 2147483648, not NaN",
      () => ({ cargo: { listChats: { latencyMs: Number.NaN } } }),
    ],
    [
      "dials.cargo.listChats.latencyMs must be milliseconds from 0 and below 2147483648, not -1",
      () => ({ cargo: { listChats: { latencyMs: -1 } } }),
    ],
  ];

  test.each(cases)("%s", (message, toDials) => {
    const dials = toDials() ?? {};
    expect(() => createTestEmulator({ dials })).toThrow(new RangeError(message));
  });

  test("an operation that does not exist cannot be set", () => {
    const emulator = createTestEmulator({ chats: 5 });
    expect(() => {
      // @ts-expect-error an operation that does not list
      emulator.dials.cargo.createChat = {};
    }).toThrow("createChat");
  });
});

test("an order by a time that items do not have is refused", () => {
  const pagination = { style: "offset", position: "o", size: "s", first: 0, items: "", id: "/id" } as const;
  const operation = { id: "listNotes", parameters: [], pagination } as unknown as Listing;
  expect(() => checkDials("dials.acme.listNotes", { order: { by: "updated" } }, operation)).toThrow(
    new RangeError(
      "dials.acme.listNotes.order.by must be another than updated: the items of listNotes have no such time",
    ),
  );
  expect(checkDials("dials.acme.listNotes", { order: { by: "arbitrary" } }, operation)).toBeDefined();
});
