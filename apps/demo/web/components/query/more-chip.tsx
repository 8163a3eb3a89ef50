import { readRange } from "../../query/check.ts";
import { keyOf } from "../../query/keys.ts";
import { replaceKey, valuesOf } from "../../query/terms.ts";
import { Chip, type ChipProps } from "./facet-chip.tsx";

/** Filters that are wanted seldom: what is unread, what it cost, how it was scored. */
export function MoreChip({ terms, onChange }: ChipProps) {
  const names = ["unread", "cost", "score"];
  const parts = names.flatMap((name) => valuesOf(terms, name).map((value) => `${name} ${value}`));
  const set = (name: string, value: string) =>
    onChange(replaceKey(terms, name, value === "" ? [] : [{ key: name, value, isNot: false }]));
  const summary = parts.length > 0 ? parts.join(", ") : undefined;
  return (
    <Chip label="More" names={names} summary={summary} terms={terms} onChange={onChange}>
      {() => (
        <>
          <div className="panel-row">
            <span>Unread</span>
            {["yes", "no"].map((value) => (
              <button
                key={value}
                type="button"
                className="facet-not"
                aria-label={`Unread ${value}`}
                aria-pressed={valuesOf(terms, "unread")[0] === value}
                onClick={() => set("unread", valuesOf(terms, "unread")[0] === value ? "" : value)}
              >
                {value}
              </button>
            ))}
          </div>
          {["cost", "score"].map((name) => (
            <RangeLine key={name} name={name} value={valuesOf(terms, name)[0]} onSet={(value) => set(name, value)} />
          ))}
          <p className="panel-note">Only vendors that tell it are asked</p>
        </>
      )}
    </Chip>
  );
}

function RangeLine({ name, value, onSet }: { name: string; value: string | undefined; onSet(value: string): void }) {
  return (
    <label className="day">
      <span>{keyOf(name)?.label}</span>
      <input
        key={value}
        type="text"
        inputMode="decimal"
        placeholder={keyOf(name)?.hint}
        defaultValue={value}
        onBlur={({ target }) => commit(target, onSet)}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && commit(currentTarget, onSet)}
      />
    </label>
  );
}

/** Only what can be read as a range is applied; the rest stays to be mended. */
function commit(input: HTMLInputElement, onSet: (value: string) => void): void {
  const value = input.value.trim();
  const isRange = value === "" || readRange(value) !== undefined;
  input.setCustomValidity(isRange ? "" : "A number such as 5, >=5, <=5 or 1..5");
  if (isRange && value !== input.defaultValue) onSet(value);
  else if (!isRange) input.reportValidity();
}
