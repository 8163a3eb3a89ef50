import type { VendorId } from "@agent-chats/schema";
import { memo, useMemo } from "react";
import { type Bar, type Lane, toLanes } from "./timeline-model.ts";
import type { TracedRequest } from "./trace.ts";

/** Units of the drawing from edge to edge; it is stretched to the width there is. */
const width = 1000;
/** The least that can be seen: units of the width, and pixels of the height. */
const leastWidth = 2.5;
const leastHeight = 2.25;

interface TimelineProps {
  readonly requests: readonly TracedRequest[];
  /** The requests of all traces: they share their axes. */
  readonly all: readonly TracedRequest[];
  /** Names of agents, by identifier. */
  readonly agents: ReadonlyMap<string, string>;
  /** The request that is pointed at. */
  readonly active: number | undefined;
  onActive(number: number | undefined): void;
}

/** Each request as a bar over the part of the list that it asked for, the first on top: overlap, repairs and failures show. */
export function Timeline({ requests, all, agents, active, onActive }: TimelineProps) {
  const lanes = useMemo(() => toLanes(requests, all), [requests, all]);
  if (lanes.length === 0) return <p className="timeline-none">No requests yet.</p>;
  return (
    <figure className="timeline" aria-label="Requests over the list">
      <div className="lanes" data-many={lanes.length > 1 || undefined}>
        {lanes.map((lane) => (
          <ShownLane
            key={lane.list}
            lane={lane}
            name={nameOf(lane, agents)}
            isOnly={lanes.length === 1}
            active={active}
            onActive={onActive}
          />
        ))}
      </div>
      <figcaption className="legend">
        {legend.map(([kind, word]) => (
          <span key={kind} data-kind={kind}>
            {word}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

const legend = [
  ["given", "given"],
  ["repeat", "dropped"],
  ["repair", "found a gap, or rows that moved"],
  ["retried", "sent again"],
  ["failed", "failed"],
] as const;

interface LaneProps extends Pick<TimelineProps, "active" | "onActive"> {
  readonly lane: Lane;
  readonly name: string;
  readonly isOnly: boolean;
}

const ShownLane = memo(function ShownLane({ lane, name, isOnly, active, onActive }: LaneProps) {
  const { bars, ticks, axis } = lane;
  const rowPixels = Math.min(8, Math.max(0.25, (isOnly ? 128 : 40) / bars.length));
  const height = Math.max(8, Math.round(bars.length * rowPixels));
  return (
    <div className="lane">
      <div className="lane-head">
        <span className="lane-name">{name}</span>
        <span className="lane-axis">{axis === "place" ? "place in the list" : "time of creation"}</span>
      </div>
      <svg
        className="lane-plot"
        viewBox={`0 0 ${width} ${bars.length}`}
        height={height}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${bars.length} requests to ${name}`}
        onPointerLeave={() => onActive(undefined)}
      >
        {bars.map((bar, row) => (
          <ShownBar
            key={bar.number}
            bar={bar}
            row={row}
            thickness={Math.max(0.84, leastHeight / rowPixels)}
            isActive={bar.number === active}
            onActive={onActive}
          />
        ))}
      </svg>
      <div className="lane-ticks" aria-hidden="true">
        {ticks.map((tick, index) => (
          <span key={index}>{tick}</span>
        ))}
      </div>
    </div>
  );
});

interface BarProps {
  readonly bar: Bar;
  readonly row: number;
  /** In rows: where there are many, bars reach into the next ones, to be seen at all. */
  readonly thickness: number;
  readonly isActive: boolean;
  onActive(number: number): void;
}

const ShownBar = memo(function ShownBar({ bar, row, thickness, isActive, onActive }: BarProps) {
  const { number, from, to, fresh, kind, isRetried, isRepair } = bar;
  const [x, middle, end] = [from * width, fresh * width, Math.max(to * width, from * width + leastWidth)];
  const box = { y: row + 0.08, height: thickness };
  return (
    <g className="bar" data-kind={kind} data-active={isActive || undefined} onPointerEnter={() => onActive(number)}>
      <rect className="bar-row" x={0} y={row} width={width} height={1} />
      {middle > x && <rect className="bar-repeat" x={x} width={Math.max(middle - x, leastWidth)} {...box} />}
      {end > middle && <rect className="bar-fresh" x={middle} width={end - middle} {...box} />}
      {isRepair && <rect className="bar-repair" x={Math.max(0, x - 8)} width={6} {...box} />}
      {isRetried && <rect className="bar-retried" x={Math.min(end + 2, width - 6)} width={6} {...box} />}
    </g>
  );
});

const titles = { cargo: "Cargo", cotool: "Cotool", invent: "Invent" } satisfies { [V in VendorId]: string };

/** The vendor, and what tells this list of it from its others. */
function nameOf({ vendor, operation, list }: Lane, agents: ReadonlyMap<string, string>): string {
  const title = Object.hasOwn(titles, vendor) ? titles[vendor as VendorId] : vendor;
  const [, agent] = /\/agents\/([^/]+)\//.exec(list) ?? [];
  if (agent) return `${title}: ${agents.get(agent) ?? agent.slice(0, 8)}`;
  return /Messages/.test(operation) ? `${title}, messages` : title;
}
