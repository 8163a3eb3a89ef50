import { isRequired } from "../../model/filters.ts";
import { ChevronIcon } from "../icons.tsx";
import type { ControlProps } from "./control.ts";

/** One of a closed list. */
export function ChoiceControl({ field, value, onChange }: ControlProps<"choice", string>) {
  return (
    <label className="control" data-active={value !== "" && !isRequired(field)}>
      <span className="control-label">{field.label}</span>
      <select
        name={field.name}
        value={value}
        onChange={(event) => onChange(event.target.value === "" ? [] : [event.target.value])}
      >
        {!isRequired(field) && <option value="">Any</option>}
        {Object.entries(field.options).map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>
      <ChevronIcon />
    </label>
  );
}
