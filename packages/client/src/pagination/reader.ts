import { isAgentChatsError } from "../errors.ts";
import type { Answer, Hears, Source } from "./source.ts";
import type { Judged } from "./strategy.ts";
import type { Ask } from "./window.ts";

/** Reads the answers that a walk asks for, some of them before it does. */
export interface Reader<Item> {
  /** The answer to what is asked: one that is there, or under way, or asked for now. */
  read(ask: Ask): Promise<Judged<Item>>;
  /**
   * Starts on what is asked next, and on what will be asked after it, the nearest first. What was started before and is
   * not among them is dropped; without `ahead` it is kept, as it may be asked for yet.
   */
  expect(ask: Ask, ahead?: readonly Ask[]): void;
  /** How many answers may be under way or kept at the moment. */
  readonly capacity: number;
  /** What was sent so far, answered or not, and what came. */
  readonly tally: { readonly requests: number; readonly retries: number; readonly bytes: number };
  /** Cancels what is under way. */
  stop(): void;
}

interface Started<Item> {
  readonly answer: Promise<Answer<Item>>;
  readonly controller: AbortController;
  /** Answers that had arrived when it was asked for. */
  readonly after: number;
}

const tooManyRequests = 429;
/** Answers without a 429 after which one more may be under way, once a 429 has lowered their number. */
const recovery = 8;

/** Makes a reader that holds at most `readAhead` answers beyond the one that the walk looks at. */
export function createReader<Item>(
  source: Source<Item>,
  readAhead: number,
  signal: AbortSignal | undefined,
): Reader<Item> {
  const started = new Map<string, Started<Item>>();
  const tally = { requests: 0, retries: 0, bytes: 0 };
  let [arrived, capacity, calmAnswers, pace] = [0, readAhead, 0, 0];

  return {
    async read(ask) {
      signal?.throwIfAborted();
      const key = toKey(ask);
      const { answer, after } = started.get(key) ?? start(key, ask);
      try {
        const result = await answer;
        const isStale = after < arrived;
        arrived++;
        return { ...result, isStale };
      } finally {
        started.delete(key);
      }
    },
    expect(ask, ahead) {
      const asks = new Map([ask, ...(ahead ?? [])].map((wanted) => [toKey(wanted), wanted]));
      if (ahead) drop((key) => !asks.has(key));
      for (const [key, wanted] of asks) {
        if (started.size >= capacity || signal?.aborted) return;
        if (!started.has(key)) start(key, wanted);
      }
    },
    get capacity() {
      return capacity;
    },
    tally,
    stop: () => drop(() => true),
  };

  function drop(isUnwanted: (key: string) => boolean): void {
    for (const [key, { controller }] of started) {
      if (!isUnwanted(key)) continue;
      started.delete(key);
      controller.abort();
    }
  }

  function start(key: string, ask: Ask): Started<Item> {
    const controller = new AbortController();
    const abort = () => controller.abort(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    const startedAtPace = pace;
    const hears: Hears = {
      onRequest: () => tally.requests++,
      onRetry: (status) => {
        tally.retries++;
        if (status === tooManyRequests) slowDown(startedAtPace);
      },
      onBytes: (bytes) => {
        tally.bytes += bytes;
      },
    };
    const answer = source
      .read(ask, controller.signal, hears)
      .finally(() => signal?.removeEventListener("abort", abort));
    const entry = { answer, controller, after: arrived };
    started.set(key, entry);
    answer.then(recover, (error: unknown) => {
      // One that nobody waits for yet is asked for again when its turn comes.
      if (started.get(key) === entry) started.delete(key);
      if (isAgentChatsError(error) && error.kind === "http" && error.status === tooManyRequests)
        slowDown(startedAtPace);
    });
    return entry;
  }

  /** Of requests that were under way together, several may be refused: that is one reason to slow down. */
  function slowDown(paceThen: number): void {
    if (paceThen !== pace) return;
    pace++;
    [capacity, calmAnswers] = [Math.floor(capacity / 2), 0];
  }

  function recover(): void {
    calmAnswers++;
    if (capacity < readAhead && calmAnswers % recovery === 0) capacity++;
  }
}

function toKey({ from, position, size, direction, range }: Ask): string {
  return [direction, from, position, size, range?.after, range?.before].join();
}
