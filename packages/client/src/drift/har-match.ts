import type { Operation } from "@agent-chats/schema";
import type { Drift } from "./drift.ts";
import type { HarExchange } from "./har-entry.ts";

/** An operation, and the watch of its vendor. */
export interface HarMatch {
  readonly drift: Drift;
  readonly operation: Operation;
}

/**
 * The operation that an exchange is of. At a vendor's own host its whole path has to be the operation's; elsewhere, such as
 * behind a gateway, the end of it.
 */
export function matchOperation(
  { method, url }: Pick<HarExchange, "method" | "url">,
  drifts: readonly Drift[],
): HarMatch | "no operation" | "several operations" {
  const path = segmentsOf(url.pathname);
  const atHome = drifts.filter((drift) => new URL(drift.vendor.baseUrl).host === url.host);
  const matches = (atHome.length > 0 ? atHome : drifts).flatMap((drift) =>
    Object.values<Operation>(drift.vendor.operations)
      .filter((operation) => operation.method === method)
      .map((operation) => ({ drift, operation, score: score(path, drift, operation, atHome.length > 0) }))
      .filter((match) => match.score > 0),
  );
  const best = Math.max(...matches.map((match) => match.score));
  const [first, second] = matches.filter((match) => match.score === best);
  if (!first) return "no operation";
  return second ? "several operations" : { drift: first.drift, operation: first.operation };
}

/** How much of a path an operation explains: its segments, written ones before placeholders; 0 where it is another path. */
function score(path: readonly string[], { vendor }: Drift, { path: template }: Operation, isWhole: boolean): number {
  const base = segmentsOf(new URL(vendor.baseUrl).pathname);
  const steps = segmentsOf(template);
  const whole = [...base, ...steps];
  if (isWhole) return path.length === whole.length && endsIn(path, whole) ? weigh(whole) : 0;
  if (endsIn(path, whole)) return weigh(whole);
  return endsIn(path, steps) ? weigh(steps) : 0;
}

function endsIn(path: readonly string[], steps: readonly string[]): boolean {
  const start = path.length - steps.length;
  return start >= 0 && steps.every((step, index) => isPlaceholder(step) || step === path[start + index]);
}

function weigh(steps: readonly string[]): number {
  return steps.reduce((weight, step) => weight + (isPlaceholder(step) ? 1 : 2), 0);
}

function isPlaceholder(step: string): boolean {
  return step.includes("{");
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}
