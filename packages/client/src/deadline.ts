/** How long a call may take. `Infinity` for no limit. */
export interface TimeoutOptions {
  /** Milliseconds for one attempt, from sending the request to the last byte of the body. Default: 30,000. */
  attemptMs?: number | undefined;
  /** Milliseconds for the call, with all attempts and the pauses between them. Default: 120,000. */
  totalMs?: number | undefined;
}

/** `TimeoutOptions`, complete. */
export type TimeoutSettings = Readonly<Record<keyof TimeoutOptions, number>>;

/** The defaults of `TimeoutOptions`. */
export const timeoutDefaults: TimeoutSettings = { attemptMs: 30_000, totalMs: 120_000 };

/** The longest time that a timer takes; a longer one would be up at once. */
export const longestMs = 2 ** 31 - 1;

/** Time is up. */
export class TimeIsUp extends Error {
  readonly scope: "attempt" | "total";

  constructor(scope: TimeIsUp["scope"]) {
    super(`The time of the ${scope} is up.`);
    this.scope = scope;
  }
}

/** What can end a call before its time: the caller's signal, and the time that it has. */
export interface Deadline {
  /**
   * Does a part of the call. Rejects with the signal's own reason, or with `TimeIsUp`, as soon as it must; the signal given
   * to the work is then aborted, and what becomes of the work does not matter any more.
   */
  run<Value>(work: (signal: AbortSignal) => Promise<Value>, timeoutMs?: number): Promise<Value>;
  /** Waits. */
  sleep(ms: number): Promise<void>;
  /** Milliseconds that are left of the call's time. */
  readonly leftMs: number;
  /** Lets go of the signal. */
  end(): void;
}

/** Starts the time of a call. The signal is not aborted yet. */
export function startDeadline(signal: AbortSignal | null | undefined, totalMs: number): Deadline {
  const startedAt = performance.now();
  /** Ends what runs at the moment. */
  let halt: ((reason: unknown) => void) | undefined;
  let aborted: { reason: unknown } | undefined;
  const abort = () => {
    aborted = { reason: signal?.reason };
    halt?.(aborted.reason);
  };
  signal?.addEventListener("abort", abort);

  return {
    run(work, timeoutMs = Number.POSITIVE_INFINITY) {
      if (aborted) return Promise.reject(aborted.reason);
      const { leftMs } = this;
      if (leftMs <= 0) return Promise.reject(new TimeIsUp("total"));
      const controller = new AbortController();
      return new Promise((resolve, reject) => {
        // One timer for both: whichever time is up first.
        const scope = timeoutMs < leftMs ? "attempt" : "total";
        const timer = startTimer(Math.min(timeoutMs, leftMs), () => stop(new TimeIsUp(scope)));
        const stop = (reason: unknown) => {
          clearTimeout(timer);
          reject(reason);
          controller.abort(reason);
        };
        // Of a part that has ended it changes nothing, and the next one puts its own in its place.
        halt = stop;
        work(controller.signal).then(
          (value) => {
            clearTimeout(timer);
            resolve(value);
          },
          (error: unknown) => {
            clearTimeout(timer);
            reject(error);
          },
        );
      });
    },
    sleep(ms) {
      return this.run((inner) => {
        return new Promise((resolve) => {
          const pause = setTimeout(resolve, Math.min(ms, longestMs));
          inner.addEventListener("abort", () => clearTimeout(pause));
        });
      });
    },
    get leftMs() {
      return totalMs - (performance.now() - startedAt);
    },
    end() {
      signal?.removeEventListener("abort", abort);
    },
  };
}

function startTimer(ms: number, act: () => void): ReturnType<typeof setTimeout> | undefined {
  return ms === Number.POSITIVE_INFINITY ? undefined : setTimeout(act, ms);
}
