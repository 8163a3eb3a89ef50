import { useCallback } from "react";
import { termsOf, withTerms } from "../../all/view.ts";
import { type FilterValues, textOf } from "../../model/filters.ts";
import type { Row } from "../../model/row.ts";
import { countFacets } from "../../query/facets.ts";
import type { Terms } from "../../query/terms.ts";
import { FacetChip } from "./facet-chip.tsx";
import { MoreChip } from "./more-chip.tsx";
import { QueryInput } from "./query-input.tsx";
import { TimeChip } from "./time-chip.tsx";

interface QueryBarProps {
  readonly values: FilterValues;
  readonly rows: readonly Row[];
  readonly served: ReadonlyMap<string, number> | undefined;
  onChange(values: FilterValues): void;
}

/** The filters of all vendors, twice: as text that is typed, and as chips. Both are the one text of the address. */
export function QueryBar({ values, rows, served, onChange }: QueryBarProps) {
  const { terms } = termsOf(values);
  const change = (next: Terms) => onChange(withTerms(values, next));
  const facetsOf = useCallback((key: string) => countFacets(key, rows, []), [rows]);
  const given = { terms, onChange: change };
  return (
    <search className="query-bar" aria-label="Filters">
      <QueryInput text={textOf(values, "q") ?? ""} facetsOf={facetsOf} onSubmit={change} />
      <div className="chips">
        <FacetChip name="vendor" rows={rows} served={served} {...given} />
        <FacetChip name="state" rows={rows} {...given} />
        <FacetChip name="channel" rows={rows} {...given} />
        <FacetChip name="trigger" rows={rows} {...given} />
        <FacetChip name="agent" rows={rows} {...given} />
        <TimeChip label="Created" since="since" until="until" {...given} />
        <TimeChip label="Updated" since="updated-since" until="updated-until" {...given} />
        <MoreChip {...given} />
        {terms.length > 0 && (
          <button type="button" className="button quiet" onClick={() => change([])}>
            Clear
          </button>
        )}
      </div>
    </search>
  );
}
