import { createCotool } from "@agent-chats/client/cotool";
import { vendor } from "@agent-chats/schema/cotool";
import { load } from "../../rivals-packages/load.ts";
import { createGrowthServer } from "../growth/server.ts";
import { iterators, type Walker } from "../growth/walkers.ts";
import { installPackages, rivalsFolder } from "../install.ts";
import type { Report } from "../report.ts";
import { createList } from "./list.ts";

const pageSize = 100;
const agentId = "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11";

/** What a walk keeps in memory. */
export interface Footprint {
  /** Bytes more than before the walk, after the last item and while the walk is still there. */
  readonly bytes: number;
  /** The most at any measurement. */
  readonly mostBytes: number;
}

/** Walks a list, and calls `onItem` for each item; waits where that gives something to wait for. */
type WalkAll = (length: number, onItem: () => Promise<void> | undefined) => Promise<void>;

/** Our walk. */
export const walkOurs: WalkAll = async (length, onItem) => {
  const { chats } = createCotool({ token: "token", fetch: createList(length) });
  for await (const _ of chats.list({ agentId }).walk({ pageSize })) await onItem();
};

/** A loop that drops repeats by the identifiers that it keeps. */
export const walkWithSet: WalkAll = async (length, onItem) => {
  const [send, seen] = [createList(length), new Set<string>()];
  for (let offset = 0; offset < length; offset += pageSize) {
    const url = `${vendor.baseUrl}/api/agents/${agentId}/chats?limit=${pageSize}&offset=${offset}`;
    const { chats } = (await (await send(new Request(url))).json()) as { chats: { id: string }[] };
    for (const { id } of chats) {
      if (seen.has(id)) continue;
      seen.add(id);
      await onItem();
    }
  }
};

/** The walk of an SDK's iterator. */
const toWalkAll =
  ({ prepare }: Walker): WalkAll =>
  async (length, onItem) => {
    const walk = await prepare(createGrowthServer(length), load, length);
    for await (const _ of walk()) await onItem();
  };

/** Measures at ten places of a walk. `collect` frees what nobody holds. */
export async function measure(walk: WalkAll, length: number, collect: () => Promise<void>): Promise<Footprint> {
  const interval = Math.ceil(length / 10);
  const before = await usedBytes(collect);
  const measured: number[] = [];
  let items = 0;
  await walk(length, () => {
    items += 1;
    if (items % interval !== 0 && items !== length) return undefined;
    return usedBytes(collect).then((used) => void measured.push(used - before));
  });
  if (items !== length) throw new Error(`${items} items came, and not ${length}.`);
  return { bytes: measured.at(-1) ?? 0, mostBytes: Math.max(...measured) };
}

/** Objects, and the memory of typed arrays, which stands outside the heap. */
async function usedBytes(collect: () => Promise<void>): Promise<number> {
  await collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** What ours, a set of identifiers and iterators that remember nothing keep of a walk over a million items. */
export async function benchMemory(isQuick: boolean): Promise<Report> {
  const { gc } = globalThis;
  if (!gc) throw new Error("Memory can only be measured with --expose-gc: use `pnpm bench memory`.");
  // Typed arrays, and what the platform keeps of requests and signals, are given back only some turns later.
  const collect = async () => {
    for (let turn = 0; turn < 6; turn++) {
      gc();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await installPackages(rivalsFolder);
  const length = isQuick ? 100_000 : 1_000_000;
  const walks: [name: string, has: string, WalkAll][] = [
    ["agent-chats", "no row lost or repeated", walkOurs],
    ["a loop with a Set of identifiers", "no row repeated", walkWithSet],
    ...iterators.map((walker): [string, string, WalkAll] => [walker.name, "neither", toWalkAll(walker)]),
  ];
  const rows: string[][] = [];
  for (const [name, has, walk] of walks) {
    // The first walk leaves compiled code and caches behind, which no later one has to pay for.
    await walk(10_000, () => undefined);
    const { bytes, mostBytes } = await measure(walk, length, collect);
    rows.push([name, has, toMegabytes(bytes), toMegabytes(mostBytes), (bytes / length).toFixed(1)]);
  }
  const head = ["", "has", "at the end", "at the most", "bytes an item"];
  return {
    tables: [{ title: `Memory of a walk over ${length.toLocaleString("en")} items`, head, rows }],
    failures: [],
  };
}

function toMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
