import type { Axis, Point } from "../report/contract-report.ts";
import type { SpecOperation } from "../specs.ts";
import { type AxisId, axes } from "./axes.ts";

/** How many of the exchanges that cover a point are kept by name. */
const mostNamed = 5;

type Of = Pick<SpecOperation, "vendor" | "id">;

/** What can be covered, and what is. */
export interface Coverage {
  /** Says that there is a point. */
  declare(axis: AxisId, of: Of, name: string): void;
  /** Says that an exchange covers a point. What was not declared is no point, and is not counted. */
  note(axis: AxisId, of: Of, name: string, exchange: string): void;
  /** The axes with their points, in the order in which they were declared. */
  read(reasons: readonly Reason[]): Axis[];
}

/** Why points of an axis cannot be covered. */
export interface Reason {
  readonly axis: AxisId;
  /** Matches the names of the points. */
  readonly points: RegExp;
  readonly reason: string;
}

/** Starts to count. */
export function createCoverage(): Coverage {
  const points = new Map<string, { axis: AxisId; of: Of; name: string; exchanges: Set<string> }>();
  const keyOf = (axis: AxisId, of: Of, name: string) => `${axis} ${toName(of, name)}`;
  return {
    declare(axis, of, name) {
      const key = keyOf(axis, of, name);
      if (!points.has(key)) points.set(key, { axis, of, name: toName(of, name), exchanges: new Set() });
    },
    note(axis, of, name, exchange) {
      points.get(keyOf(axis, of, name))?.exchanges.add(exchange);
    },
    read(reasons) {
      const all = [...points.values()];
      return Object.entries(axes).map(([id, { title, means }]) => {
        const own = all.filter(({ axis }) => axis === id);
        return { id, title, means, points: own.map((point) => toPoint(point, reasons)) };
      });
    },
  };
}

function toPoint(
  { axis, of, name, exchanges }: { axis: AxisId; of: Of; name: string; exchanges: ReadonlySet<string> },
  reasons: readonly Reason[],
): Point {
  const reason = reasons.find((candidate) => candidate.axis === axis && candidate.points.test(name))?.reason;
  const named = [...exchanges].slice(0, mostNamed);
  return {
    name,
    vendor: of.vendor,
    operation: of.id,
    count: exchanges.size,
    exchanges: named,
    ...(reason && { reason }),
  };
}

function toName({ vendor, id }: Of, name: string): string {
  return name === "" ? `${vendor} ${id}` : `${vendor} ${id} ${name}`;
}

/** Points that are not covered and have no reason, by axis and name. */
export function missingOf(read: readonly Axis[]): string[] {
  return select(read, ({ count, reason }) => count === 0 && reason === undefined);
}

/** Points that are covered although a reason says that they cannot be, and reasons that are of no point. */
export function outlivedOf(read: readonly Axis[], reasons: readonly Reason[]): string[] {
  const idle = reasons.filter(
    ({ axis, points }) => !read.some(({ id, points: own }) => id === axis && own.some(({ name }) => points.test(name))),
  );
  return [
    ...select(read, ({ count, reason }) => count > 0 && reason !== undefined),
    ...idle.map(({ axis, points }) => `${axis}: ${points} is of no point`),
  ];
}

function select(read: readonly Axis[], isMeant: (point: Point) => boolean): string[] {
  return read.flatMap(({ id, points }) => points.filter(isMeant).map(({ name }) => `${id}: ${name}`));
}
