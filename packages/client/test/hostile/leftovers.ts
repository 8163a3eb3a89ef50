import { getEventListeners } from "node:events";
import { queryObjects } from "node:v8";

/** Things that keep the process alive. */
export interface Resources {
  /** Timers, and turns that are planned. */
  readonly timers: number;
  /** Ends of connections in this process. */
  readonly sockets: number;
}

/** What calls may leave behind beside that. */
export interface Leftovers extends Resources {
  /** Listeners on the caller's signal. */
  readonly listeners: number;
  /** Objects that can still be reached, of kinds of which a call makes some. */
  readonly promises: number;
  readonly signals: number;
  readonly responses: number;
  /** Bytes on the heap. */
  readonly heapBytes: number;
}

/** Counts what keeps the process alive at the moment. */
export function countResources(): Resources {
  const resources = process.getActiveResourcesInfo();
  const countOf = (names: RegExp) => resources.filter((name) => names.test(name)).length;
  return { timers: countOf(/^(Timeout|Immediate)$/), sockets: countOf(/^TCPSocketWrap$/) };
}

/** Counts everything. Collects garbage first. */
export function takeStock(signal: AbortSignal): Leftovers {
  const countOf = (type: unknown) => queryObjects(type as () => void, { format: "count" });
  return {
    ...countResources(),
    listeners: getEventListeners(signal, "abort").length,
    promises: countOf(Promise),
    signals: countOf(AbortSignal),
    responses: countOf(Response),
    heapBytes: process.memoryUsage().heapUsed,
  };
}
