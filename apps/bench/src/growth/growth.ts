import { load } from "../../rivals-packages/load.ts";
import { installPackages, rivalsFolder } from "../install.ts";
import type { Report } from "../report.ts";
import { toSpread } from "../spread.ts";
import { createGrowthServer } from "./server.ts";
import { bare, iterators, loop, ours, type Walker } from "./walkers.ts";

const lengths = [1_000, 10_000, 100_000, 1_000_000];
/** Items that are walked in a measurement at least: short walks several times. */
const leastItems = 50_000;
/** Measurements of which the fastest counts: whatever else the machine does can only slow one down. */
const measurements = 5;
/** What an item of the longest walk may cost, as a multiple of one of a walk over 10,000. */
const steady = 2;

interface Cost {
  /** Microseconds an item. */
  readonly microseconds: number;
  readonly requests: number;
}

/** The fastest of several measurements, and what each of them took. */
interface Measured extends Cost {
  readonly all: readonly number[];
}

/** Measures how the cost of a walk grows with its length, the server answering at once. */
export async function benchGrowth(isQuick: boolean): Promise<Report> {
  await installPackages(rivalsFolder);
  const chosen = isQuick ? lengths.slice(0, 3) : lengths;
  const server = await costsOf(bare, chosen);
  const all: { readonly walker: Walker; readonly costs: readonly Measured[] }[] = [];
  for (const walker of [loop, ours, ...iterators]) {
    const costs = await costsOf(walker, chosen);
    const own = costs.map((cost, index) => ({ ...cost, microseconds: cost.microseconds - at(server, index) }));
    all.push({ walker, costs: own });
  }
  const base = all[0]?.costs ?? [];
  const rows = all.map(({ walker: { name, has }, costs }) => [
    name,
    has,
    ...costs.map(
      ({ microseconds }, index) => `${microseconds.toFixed(2)} (${(microseconds / at(base, index)).toFixed(1)}×)`,
    ),
    String(costs.at(-1)?.requests),
    slopeOf(chosen, costs).toFixed(2),
    toSpread(costs.map((cost) => cost.all)),
  ]);
  const own = all.find(({ walker }) => walker === ours)?.costs ?? [];
  const growth = at(own, chosen.length - 1) / at(own, 1);
  const items = chosen.map((length) => `µs an item, of: ${length.toLocaleString("en")}`);
  const head = ["", "has", ...items, "Requests: of the last", "Slope: log/log", "spread"];
  return {
    tables: [{ title: "How a walk grows, the server answering at once, pages of 100", head, rows }],
    failures:
      growth <= steady
        ? []
        : [`An item of the longest walk costs ${growth.toFixed(2)}× of one of 10,000, and not ≤ ${steady}×.`],
  };
}

function at(costs: readonly Cost[], index: number): number {
  return costs[index]?.microseconds ?? Number.NaN;
}

async function costsOf(walker: Walker, chosen: readonly number[]): Promise<Measured[]> {
  await measure(walker, 10_000);
  const costs: Measured[] = [];
  for (const length of chosen) {
    const all: Cost[] = [];
    for (let run = 0; run < (length > leastItems ? 2 : measurements); run++) all.push(await measure(walker, length));
    const best = all.reduce((least, cost) => (cost.microseconds < least.microseconds ? cost : least));
    costs.push({ ...best, all: all.map(({ microseconds }) => microseconds) });
  }
  return costs;
}

/** Walks a list, a short one several times. Work of this thread counts, so that others on the machine do not. */
async function measure(walker: Walker, length: number): Promise<Cost> {
  globalThis.gc?.();
  const walks = Math.ceil(leastItems / length);
  const server = createGrowthServer(length);
  const walk = await walker.prepare(server, load, length);
  const before = process.threadCpuUsage();
  let items = 0;
  for (let count = 0; count < walks; count++) {
    for await (const _ of walk()) items++;
  }
  const { user, system } = process.threadCpuUsage(before);
  if (items !== length * walks) throw new Error(`${walker.name} gave ${items / walks} items, not ${length}.`);
  return { microseconds: (user + system) / items, requests: server.requests / walks };
}

/** The exponent with which the whole cost grows, by least squares: 1 for a line, 2 for a square. */
function slopeOf(sizes: readonly number[], costs: readonly Cost[]): number {
  const points = costs.map(({ microseconds }, index) => {
    const size = sizes[index] as number;
    return [Math.log(size), Math.log(size * microseconds)] as const;
  });
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([first]) => first)), mean(points.map(([, second]) => second))];
  const covariance = mean(points.map(([first, second]) => (first - x) * (second - y)));
  return covariance / mean(points.map(([first]) => (first - x) ** 2));
}
