import { type FilterValues, readValues } from "./filters.ts";
import type { ChatView } from "./view.ts";

/** What the address says is shown. */
export interface Address {
  readonly view: ChatView;
  readonly values: FilterValues;
}

/** Reads what is shown from the query of an address; what it does not say, or says wrongly, has its default. */
export function readAddress(query: string, views: readonly [ChatView, ...ChatView[]]): Address {
  const parameters = new URLSearchParams(query);
  const view = views.find(({ id }) => id === parameters.get("vendor")) ?? views[0];
  return { view, values: readValues(view.filters, parameters) };
}

/** The query of an address, in the order of the controls: the same view always has the same address. */
export function writeAddress({ view, values }: Address): string {
  const parameters = new URLSearchParams({ vendor: view.id });
  for (const { name } of view.filters) {
    for (const value of values[name] ?? []) parameters.append(name, value);
  }
  return `?${parameters}`;
}
