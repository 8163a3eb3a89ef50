import { useId, useState } from "react";
import { activeFields, type FilterField, type FilterValues, isRequired } from "../model/filters.ts";
import type { ChatView } from "../model/view.ts";
import { FilterControls } from "./controls/filter-controls.tsx";
import { FilterIcon } from "./icons.tsx";

interface FilterBarProps {
  readonly view: ChatView;
  readonly values: FilterValues;
  /** Sets a filter; `replace` where it continues the change before. */
  onChange(name: string, value: readonly string[], replace?: boolean): void;
  onClear(): void;
}

/** The filters of a vendor. In a narrow window all but the most important ones hide behind a button. */
export function FilterBar({ view, values, onChange, onClear }: FilterBarProps) {
  const [isOpen, setOpen] = useState(false);
  const moreId = useId();
  const active = activeFields(view.filters, values);
  const more = view.filters.filter((field) => !isMain(field));
  return (
    <section className="filter-bar" aria-label="Filters">
      <FilterControls fields={view.filters.filter(isMain)} values={values} onChange={onChange} />
      {more.length > 0 && (
        <button
          type="button"
          className="button filter-toggle"
          aria-expanded={isOpen}
          aria-controls={moreId}
          onClick={() => setOpen(!isOpen)}
        >
          <FilterIcon />
          Filters{active.length > 0 && ` (${active.length})`}
        </button>
      )}
      <div className="filter-more" id={moreId} data-open={isOpen}>
        <FilterControls fields={more} values={values} onChange={onChange} />
      </div>
      {active.length > 0 && (
        <button type="button" className="button quiet" onClick={onClear}>
          Clear
        </button>
      )}
    </section>
  );
}

function isMain(field: FilterField): boolean {
  return field.kind === "search" || isRequired(field);
}
