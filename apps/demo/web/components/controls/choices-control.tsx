import { labelOf } from "../../format/words.ts";
import type { Options } from "../../model/filters.ts";
import { CheckIcon } from "../icons.tsx";
import type { ControlProps } from "./control.ts";
import { Panel } from "./panel.tsx";

/** Some of a closed list. */
export function ChoicesControl({ field, value, onChange }: ControlProps<"choices", readonly string[]>) {
  const options = Object.keys(field.options);
  const toggle = (option: string) => options.filter((other) => value.includes(other) !== (other === option));
  return (
    <Panel label={field.label} summary={summarise(value, field.options)}>
      {options.map((option) => (
        <label key={option} className="choice">
          <input
            type="checkbox"
            name={field.name}
            value={option}
            checked={value.includes(option)}
            onChange={() => onChange(toggle(option))}
          />
          <CheckIcon />
          {labelOf(field.options, option)}
        </label>
      ))}
    </Panel>
  );
}

function summarise([first, ...others]: readonly string[], options: Options): string | undefined {
  if (first === undefined) return undefined;
  return others.length === 0 ? labelOf(options, first) : `${labelOf(options, first)} +${others.length}`;
}
