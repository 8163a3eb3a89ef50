import { showDay } from "../../format/time.ts";
import { dayOf, type FilterField, type FilterValues, textOf } from "../../model/filters.ts";
import { Panel } from "./panel.tsx";

interface DaysControlProps {
  /** The days of one group. */
  readonly fields: readonly (FilterField & { readonly kind: "day" })[];
  readonly values: FilterValues;
  onChange(name: string, value: readonly string[]): void;
}

/** Days that belong together, such as both ends of a range. */
export function DaysControl({ fields, values, onChange }: DaysControlProps) {
  const summary = fields.flatMap(({ name, short }) => {
    const day = dayOf(values, name);
    return day ? [`${short.toLowerCase()} ${showDay(day)}`] : [];
  });
  return (
    <Panel label={fields[0]?.group ?? ""} summary={summary.length > 0 ? summary.join(", ") : undefined}>
      {fields.map(({ name, label, short }) => (
        <label key={name} className="day">
          <span>{short}</span>
          <input
            type="date"
            name={name}
            aria-label={label}
            value={textOf(values, name) ?? ""}
            onChange={({ target }) => onChange(name, target.value === "" ? [] : [target.value])}
          />
        </label>
      ))}
      <p className="panel-note">From the start of the day, in your time zone</p>
    </Panel>
  );
}
