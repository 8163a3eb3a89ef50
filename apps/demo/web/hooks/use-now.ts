import { useSyncExternalStore } from "react";

const stepMs = 30_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time in milliseconds, renewed often enough for words such as "3m ago". One timer serves the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, readNow);
}

/** The end of the current step: what happened this moment is not in the future. */
function readNow(): number {
  return (Math.floor(Date.now() / stepMs) + 1) * stepMs;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const notify of listeners) notify();
  }, stepMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
