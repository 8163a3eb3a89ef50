import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { describe, expect, test } from "vitest";
import { isAgentChatsError } from "../errors.ts";
import { checkWalkOptions, toPageWalk, type WalkOptions } from "./options.ts";

const { listChats } = cargo.operations;
const { listAgentChats } = cotool.operations;
const checkCargo = (options: unknown) =>
  checkWalkOptions({ vendor: cargo, operation: listChats }, listChats.pagination, options as WalkOptions);
const checkCotool = (options: unknown) =>
  checkWalkOptions({ vendor: cotool, operation: listAgentChats }, listAgentChats.pagination, options as WalkOptions);

describe("the options of a walk", () => {
  test("have defaults", () => {
    expect(checkCotool({})).toEqual({
      pageSize: 100,
      cursor: undefined,
      maxItems: Number.POSITIVE_INFINITY,
      maxPages: Number.POSITIVE_INFINITY,
      readAhead: 0,
      consistency: "ordered",
      settle: true,
      signal: undefined,
    });
    expect(checkCotool({ pageSize: undefined, maxItems: undefined, settle: undefined })).toEqual(checkCotool({}));
  });

  test.each([
    [{ pageSize: 0 }, "pageSize must be a whole number from 1 to 100, not 0"],
    [{ pageSize: -1 }, "pageSize must be a whole number from 1 to 100, not -1"],
    [{ pageSize: 1.5 }, "pageSize must be a whole number from 1 to 100, not 1.5"],
    [{ pageSize: 101 }, "pageSize must be a whole number from 1 to 100, not 101"],
    [{ pageSize: Number.NaN }, "pageSize must be a whole number from 1 to 100, not NaN"],
    [{ pageSize: "10" }, "pageSize must be a whole number from 1 to 100, not 10"],
    [{ maxItems: -1 }, "maxItems must be a whole number from 0, not -1"],
    [{ maxItems: 0.5 }, "maxItems must be a whole number from 0, not 0.5"],
    [{ maxItems: Number.NaN }, "maxItems must be a whole number from 0, not NaN"],
    [{ maxPages: -1 }, "maxPages must be a whole number from 0, not -1"],
    [{ maxPages: Number.NaN }, "maxPages must be a whole number from 0, not NaN"],
    [{ readAhead: -1 }, "readAhead must be a whole number from 0 to 64, not -1"],
    [{ readAhead: 65 }, "readAhead must be a whole number from 0 to 64, not 65"],
    [{ readAhead: 0.5 }, "readAhead must be a whole number from 0 to 64, not 0.5"],
    [{ readAhead: Number.POSITIVE_INFINITY }, "readAhead must be a whole number from 0 to 64, not Infinity"],
    [{ consistency: "strict" }, 'consistency must be "ordered" or "exact", not "strict"'],
    [{ consistency: null }, 'consistency must be "ordered" or "exact", not null'],
    [{ settle: 1 }, "settle must be true or false, not 1"],
    [{ settle: "no" }, "settle must be true or false, not no"],
    [{ signal: {} }, "signal must be an AbortSignal"],
    [
      { pagesize: 3 },
      "pagesize is not an option of a listing; there are pageSize, cursor, maxItems, maxPages, consistency, settle, readAhead, signal",
    ],
  ])("are refused by name: %j", (options, problem) => {
    expect(() => checkCotool(options)).toThrow(`Cotool, list agent chats: ${problem}. Nothing was sent.`);
  });

  test.each([
    { pageSize: 1 },
    { pageSize: 100 },
    { maxItems: 0 },
    { maxItems: 1 },
    { maxItems: Number.POSITIVE_INFINITY },
    { maxPages: 0 },
    { maxPages: Number.POSITIVE_INFINITY },
    { readAhead: 0 },
    { readAhead: 64 },
    { consistency: "exact" },
    { settle: false },
  ])("are taken as they are: %j", (options) => {
    expect(checkCotool(options)).toMatchObject(options);
  });

  test("know no largest page size where the vendor documents none", () => {
    expect(checkCargo({ pageSize: 5000 }).pageSize).toBe(5000);
    expect(() => checkCargo({ pageSize: 0 })).toThrow("pageSize must be a whole number from 1, not 0");
  });

  test("that are wrong are an InvalidRequestError with the option's name", () => {
    for (const name of ["pageSize", "maxItems", "maxPages", "readAhead", "consistency", "settle"]) {
      const error = catchError(() => checkCargo({ [name]: "x" }));
      expect(isAgentChatsError(error)).toBe(true);
      expect(error).toMatchObject({
        kind: "invalid-request",
        parameter: name,
        vendor: "cargo",
        operation: "listChats",
      });
    }
  });
});

describe("the walk of one page", () => {
  const toCargo = (options: WalkOptions) =>
    toPageWalk({ vendor: cargo, operation: listChats }, listChats.pagination, options);
  const toCotool = (options: WalkOptions) =>
    toPageWalk({ vendor: cotool, operation: listAgentChats }, listAgentChats.pagination, options);

  test("asks for one page, and for what it overlaps with behind a cursor", () => {
    expect(toCotool({ pageSize: 10 })).toMatchObject({ pageSize: 10, maxItems: 10 });
    expect(toCotool({ pageSize: 10, cursor: "c" })).toMatchObject({ pageSize: 13, maxItems: 10 });
    expect(toCargo({ pageSize: 10, cursor: "c" })).toMatchObject({ pageSize: 13, maxItems: 10 });
  });

  test("knows the same options, and no other", () => {
    expect(() => toCotool({ pagesize: 3 } as WalkOptions)).toThrow("pagesize is not an option of a listing");
  });

  test("never asks for more than the vendor gives; where that is not documented, for no more than anyone does", () => {
    expect(toCotool({ pageSize: 98, cursor: "c" })).toMatchObject({ pageSize: 100, maxItems: 98 });
    expect(toCotool({ cursor: "c" })).toMatchObject({ pageSize: 100, maxItems: 100 });
    expect(toCargo({ pageSize: 98, cursor: "c" })).toMatchObject({ pageSize: 100, maxItems: 98 });
    expect(toCargo({ pageSize: 500, cursor: "c" })).toMatchObject({ pageSize: 500, maxItems: 500 });
  });

  test("keeps the signal, and nothing of how a longer walk would go", () => {
    const { signal } = new AbortController();
    expect(toCotool({ signal, maxPages: 1, readAhead: 5, consistency: "exact", maxItems: 3, settle: true })).toEqual({
      signal,
      cursor: undefined,
      pageSize: 100,
      maxItems: 100,
      settle: false,
    });
  });
});

function catchError(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
