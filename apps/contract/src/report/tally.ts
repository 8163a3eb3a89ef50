import type { Axis, Mutant, Point } from "./contract-report.ts";

/** The points of an axis by what became of them. Every point is in one of the four lists. */
export interface AxisTally {
  readonly axis: Axis;
  readonly covered: readonly Point[];
  /** Not covered, without a reason. */
  readonly missing: readonly Point[];
  /** Not covered, and it is said why that cannot be. */
  readonly excused: readonly Point[];
  /** Covered, although a reason says that it cannot be. */
  readonly outlived: readonly Point[];
}

/** Sorts the points of an axis. */
export function tallyAxis(axis: Axis): AxisTally {
  const pick = (isCovered: boolean, isExcused: boolean) =>
    axis.points.filter(({ count, reason }) => count > 0 === isCovered && (reason !== undefined) === isExcused);
  return {
    axis,
    covered: pick(true, false),
    missing: pick(false, false),
    excused: pick(false, true),
    outlived: pick(true, true),
  };
}

/** How many points of an axis were covered, those with an outlived reason included. */
export function coveredOf({ covered, outlived }: AxisTally): number {
  return covered.length + outlived.length;
}

/** Mutants by what became of them. */
export function tallyMutants(mutants: readonly Mutant[]): { readonly [V in Mutant["verdict"]]: number } {
  const countOf = (wanted: Mutant["verdict"]) => mutants.filter(({ verdict }) => verdict === wanted).length;
  return {
    killed: countOf("killed"),
    survived: countOf("survived"),
    void: countOf("void"),
    equivalent: countOf("equivalent"),
  };
}

/** The items with the same key, in the order in which the keys came. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}
