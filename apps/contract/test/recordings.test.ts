import { createEmulator } from "@agent-chats/emulator";
import { describe, expect, test } from "vitest";
import { findListing, idsOf } from "../src/emulated.ts";
import { type Exchange, recordInto } from "../src/exchange.ts";
import { fetchFromRecording } from "../src/recording.ts";
import { toHar } from "../src/report/to-har.ts";
import { withoutSecrets } from "../src/report/without-secrets.ts";
import { selectOf } from "../src/selections.ts";
import { token } from "../src/session.ts";
import { type SpecOperation, specs } from "../src/specs.ts";
import { describeLaws } from "./suites/laws.ts";

let now = new Date("2026-11-20T15:04:00.000Z");
const emulator = createEmulator({ chats: 110, seed: 3, token, clock: () => now });
now = new Date("2026-11-20T15:05:00.000Z");
const root = "http://emulator.example";

/** A HAR file of a walk through a listing. */
async function record(operation: SpecOperation, pageSize = 20): Promise<unknown> {
  const spec = specs.find(({ vendor }) => vendor === operation.vendor);
  if (!spec) throw new Error(`No spec is of ${operation.vendor}`);
  const exchanges: Exchange[] = [];
  const url = `${root}/${operation.vendor}`;
  const options = { token, baseUrl: url, fetch: recordInto(exchanges, emulator.fetch), retry: false } as const;
  await selectOf(operation.id)(options, findListing(emulator, operation).always, { pageSize }).toArray();
  return toHar(exchanges.map((exchange) => ({ server: spec.server, shown: withoutSecrets({ spec, url }, exchange) })));
}

const listings = specs.flatMap(({ operations }) => operations.filter(({ pagination }) => pagination));

describe.each(listings)("on a recording of $vendor $id:", async (operation) => {
  const har = await record(operation);
  const { always, readItems } = findListing(emulator, operation);
  const recorded = idsOf(operation, readItems());
  const options = () => ({ token, fetch: fetchFromRecording(har, operation) });
  describeLaws({ operation, options, selections: { always, filters: {}, splits: [] } });

  test("the list is the one that was recorded", async () => {
    const items = await selectOf(operation.id)(options(), always).toArray();
    expect(idsOf(operation, items)).toEqual(recorded);
  });

  test("it holds no token", () => {
    expect(JSON.stringify(har)).not.toContain(token);
  });

  test("a recording of something else, and one with a gap, are refused", async () => {
    expect(() => fetchFromRecording({ log: { entries: [] } }, operation)).toThrow("no page");
    const { log } = (await record(operation, 7)) as { log: { entries: unknown[] } };
    const gap = { log: { entries: log.entries.toSpliced(1, 1) } };
    // The client's overlap of one item does not bridge a page that is missing.
    expect(() => fetchFromRecording(gap, operation)).toThrow("a gap");
  });
});
