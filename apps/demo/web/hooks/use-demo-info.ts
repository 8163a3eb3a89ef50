import { useEffect, useState } from "react";
import type { DemoInfo } from "../../server/info.ts";

/** What the server says of itself; an error where it says nothing. */
export type Asking = { info: DemoInfo } | { error: unknown } | undefined;

/** Asks the server once, and again when `retry` is called. */
export function useDemoInfo(): { asking: Asking; retry: () => void } {
  const [asking, setAsking] = useState<Asking>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    const settle = (result: Asking) => controller.signal.aborted || setAsking(result);
    ask(controller.signal).then(
      (info) => settle({ info }),
      (error: unknown) => settle({ error }),
    );
    return () => controller.abort();
  }, [attempt]);
  const retry = () => {
    setAsking(undefined);
    setAttempt(attempt + 1);
  };
  return { asking, retry };
}

async function ask(signal: AbortSignal): Promise<DemoInfo> {
  const response = await fetch("/api/demo", { signal });
  if (!response.ok) throw new Error(`The demo's server answered ${response.status}.`);
  return (await response.json()) as DemoInfo;
}
