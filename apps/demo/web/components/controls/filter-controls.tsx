import type { ReactNode } from "react";
import type { FilterField, FilterValues } from "../../model/filters.ts";
import { ChoiceControl } from "./choice-control.tsx";
import { ChoicesControl } from "./choices-control.tsx";
import { DaysControl } from "./days-control.tsx";
import { TextControl } from "./text-control.tsx";

interface FilterControlsProps {
  readonly fields: readonly FilterField[];
  readonly values: FilterValues;
  onChange(name: string, value: readonly string[], replace?: boolean): void;
}

/** A control for each field; days of one group share one. */
export function FilterControls(props: FilterControlsProps) {
  return props.fields.map((field) => renderControl(field, props));
}

function renderControl(field: FilterField, { fields, values, onChange }: FilterControlsProps): ReactNode {
  const value = values[field.name] ?? [];
  const change = (next: readonly string[], replace?: boolean) => onChange(field.name, next, replace);
  switch (field.kind) {
    case "search":
    case "id":
      return <TextControl key={field.name} field={field} value={value[0] ?? ""} onChange={change} />;
    case "choice":
      return <ChoiceControl key={field.name} field={field} value={value[0] ?? ""} onChange={change} />;
    case "choices":
      return <ChoicesControl key={field.name} field={field} value={value} onChange={change} />;
    case "day": {
      const days = fields.filter((other) => other.kind === "day").filter(({ group }) => group === field.group);
      return days[0] === field && <DaysControl key={field.group} fields={days} values={values} onChange={onChange} />;
    }
  }
}
