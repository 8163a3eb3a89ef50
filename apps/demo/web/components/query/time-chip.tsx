import { keyOf } from "../../query/keys.ts";
import { replaceKey, valuesOf } from "../../query/terms.ts";
import { Chip, type ChipProps } from "./facet-chip.tsx";

interface TimeChipProps extends ChipProps {
  readonly label: string;
  readonly since: string;
  readonly until: string;
}

const ages = { "24h": "Last 24 hours", "7d": "Last 7 days", "30d": "Last 30 days", today: "Today" };

/** A range of time: an age that stays one, or days of the reader's time zone. */
export function TimeChip({ label, since, until, terms, onChange }: TimeChipProps) {
  const [from] = valuesOf(terms, since);
  const [to] = valuesOf(terms, until);
  const set = (name: string, value: string) =>
    onChange(replaceKey(terms, name, value === "" ? [] : [{ key: name, value, isNot: false }]));
  const parts = [from && `since ${ageOf(from)}`, to && `until ${to}`].filter(
    (part) => part !== undefined && part !== "",
  );
  return (
    <Chip
      label={label}
      names={[since, until]}
      summary={parts.length > 0 ? parts.join(", ") : undefined}
      terms={terms}
      onChange={onChange}
    >
      {() => (
        <>
          {Object.entries(ages).map(([age, words]) => (
            <button
              key={age}
              type="button"
              className="panel-option"
              aria-pressed={from === age}
              onClick={() => set(since, from === age ? "" : age)}
            >
              {words}
            </button>
          ))}
          <hr className="panel-line" />
          {[since, until].map((name) => (
            <label key={name} className="day">
              <span>{name.endsWith("since") ? "Since" : "Until"}</span>
              <input
                type="date"
                aria-label={keyOf(name)?.label}
                value={dayOf(valuesOf(terms, name)[0])}
                onChange={({ target }) => set(name, target.value)}
              />
            </label>
          ))}
          <p className="panel-note">Whole days, in your time zone</p>
        </>
      )}
    </Chip>
  );
}

function ageOf(value: string): string {
  return /^\d+[mhdw]$/.test(value) ? `${value} ago` : value;
}

function dayOf(value = ""): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? value : "";
}
