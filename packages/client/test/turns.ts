/** Lets everything go on that waits for nothing but its turn: promises, streams, requests that are not held back. */
export async function settleTurns(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
