import { vendor } from "@agent-chats/schema/cargo";
import { jsonSchemas } from "@agent-chats/schema/cargo/json-schemas";
import { describe, expectTypeOf, test } from "vitest";
import { createCargo } from "../cargo/index.ts";
import { createDrift, type DriftKind, type DriftReport, readHar } from "./index.ts";

const drift = createDrift(vendor, jsonSchemas);

describe("a drift watch", () => {
  test("takes the operations of its vendor, and no others", () => {
    drift.add("listChats", 200, { chats: [] });
    // @ts-expect-error an operation that there is not
    drift.add("listChat", 200, {});
    // @ts-expect-error a status is a number
    drift.add("listChats", "200", {});
  });

  test("is an observer of a client, and is read into from HAR files", () => {
    createCargo({ token: "t", observe: drift.observe });
    readHar("", [drift]);
    // @ts-expect-error a vendor is no watch
    readHar("", [vendor]);
  });

  test("reports kinds that are told apart by name", () => {
    expectTypeOf(drift.report()).toEqualTypeOf<DriftReport>();
    expectTypeOf<"new-field">().toExtend<DriftKind>();
    expectTypeOf<"new field">().not.toExtend<DriftKind>();
  });
});
