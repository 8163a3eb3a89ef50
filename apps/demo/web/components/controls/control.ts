import type { FilterField } from "../../model/filters.ts";

/** What every control is given. */
export interface ControlProps<Kind extends FilterField["kind"], Value> {
  readonly field: FilterField & { readonly kind: Kind };
  readonly value: Value;
  /** Sets the filter, or takes it out of use with an empty list. `replace` continues the change before. */
  onChange(value: readonly string[], replace?: boolean): void;
}
