/** The platform lets go of a request that nobody holds, and its signal is never aborted then. */
const waiting = new Set<Request>();

/** Does something when a request is aborted, where nothing else would keep the request. Returns how to stop waiting. */
export function onAbort(request: Request, act: (reason: unknown) => void): () => void {
  const { signal } = request;
  const stop = () => {
    waiting.delete(request);
    signal.removeEventListener("abort", run);
  };
  const run = () => {
    stop();
    act(signal.reason);
  };
  waiting.add(request);
  signal.addEventListener("abort", run);
  // The caller may have given up before the fault was reached; nothing is told a second time.
  if (signal.aborted) run();
  return stop;
}
