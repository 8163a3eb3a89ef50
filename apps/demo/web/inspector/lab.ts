import type { ClientOptions, Walk } from "@agent-chats/client";
import type { ChatList } from "../export/chat-lists.ts";
import type { FilterValues } from "../model/filters.ts";
import type { EmulatorClient } from "./emulator-client.ts";
import { readPointer, walkNaively } from "./naive-loop.ts";
import type { Recorder, TraceWriter } from "./recorder.ts";
import type { Verdict } from "./trace.ts";

/** Items that each of the walkers asks for at a time. */
const labPageSize = 50;

/** The walkers, in the order in which they go. */
const walkers = [
  { kind: "naive", title: "Naive loop", hint: "until a page is short" },
  { kind: "ordered", title: "Ordered walk", hint: "the client's default" },
  { kind: "exact", title: "Exact walk", hint: "the strongest there is" },
] as const;

type Walker = (typeof walkers)[number];

/** What the lab needs. */
export interface LabOptions {
  readonly list: ChatList;
  /** Whose chats, where a vendor lists by agent; no other filter. */
  readonly values: FilterValues;
  readonly recorder: Recorder;
  readonly emulator: EmulatorClient;
  /** How the vendor is reached. */
  readonly client: ClientOptions;
  readonly signal: AbortSignal;
}

/**
 * Lets the walkers go over the same list, one after the other, and says what each missed. The changes begin anew for each,
 * so that all meet the same conditions; each is measured by the chats that existed from its first request to its last.
 */
export async function runLab(options: LabOptions): Promise<void> {
  const { recorder, emulator, list, signal } = options;
  recorder.drop(...walkers.map(({ kind }) => kind));
  const settings = await emulator.read(signal);
  for (const walker of walkers) {
    if (signal.aborted) return;
    const { dials } = settings[list.vendor.id]?.[list.operation.id] ?? {};
    if (dials) await emulator.set(list.vendor.id, list.operation.id, { dials }, signal);
    await walkOne(walker, options);
  }
}

async function walkOne({ kind, title, hint }: Walker, options: LabOptions) {
  const { list, values, recorder, emulator, client, signal } = options;
  const trace = recorder.begin(kind, title, hint);
  const path = toPath(options);
  const readTruth = () => emulator.readTruth(list.vendor.id, path, signal);
  const counts = new Map<unknown, number>();
  try {
    const before = await readTruth();
    const { listing, call } = list.open({ ...client, ...trace.watch() }, values);
    const walk =
      kind === "naive"
        ? walkNaively({ operation: list.operation, path, call, pageSize: labPageSize, signal })
        : follow(trace, listing.walk({ consistency: kind, pageSize: labPageSize, signal }));
    const error = await count(walk, list.operation.pagination.id, counts);
    const after = new Set(await readTruth());
    const verdict = judge(
      before.filter((id) => after.has(id)),
      counts,
    );
    trace.end({ verdict, ...(error !== undefined && { error }) });
  } catch (error) {
    trace.end({ error: signal.aborted ? new Error("Stopped.") : error });
  }
}

/** The parameters of the path: they are filters that the client is given like any other. */
function toPath({ list, values }: LabOptions): Record<string, string> {
  const filters = list.filtersOf(values);
  const names = list.operation.parameters.flatMap((parameter) => (parameter.in === "path" ? [parameter.name] : []));
  return Object.fromEntries(names.map((name) => [name, String(filters[name])]));
}

function follow(trace: TraceWriter, walk: Walk<unknown>): Walk<unknown> {
  trace.follow(() => walk.receipt);
  return walk;
}

/** Counts how often each item comes; returns the error that ended it. */
async function count(walk: AsyncIterable<unknown>, id: string, counts: Map<unknown, number>): Promise<unknown> {
  try {
    for await (const item of walk) {
      const key = readPointer(item, id);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return undefined;
  } catch (error) {
    return error;
  }
}

function judge(stayed: readonly string[], counts: ReadonlyMap<unknown, number>): Verdict {
  const given = [...counts.values()].reduce((sum, times) => sum + times, 0);
  const missed = stayed.filter((id) => !counts.has(id)).length;
  return { existed: stayed.length, missed, repeated: given - counts.size };
}
