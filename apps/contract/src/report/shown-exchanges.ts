import type { ContractReport } from "./contract-report.ts";
import { renderExchange } from "./exchange-entry.ts";
import { html, type Markup, toText } from "./html.ts";

/** The exchanges that fit into a page, and links to them. */
export interface ShownExchanges {
  /** In the order of the report. */
  readonly entries: readonly Markup[];
  /** Exchanges that something refers to and that did not fit. */
  readonly left: number;
  /** A link to an exchange; its `id` alone where the page does not show it. */
  linkTo(id: string): Markup;
  /** Those of some identifiers that the page shows. */
  shownOf(ids: readonly string[]): string[];
}

/** Most letters that the exchanges take in a page, so that a page of a whole run opens at once. */
const mostLetters = 2_800_000;

/**
 * Chooses what a page shows: what findings are about first, then one exchange for each point that has none yet, then the
 * others that points name, as long as there is room. The data of the report has them all.
 */
export function chooseExchanges(report: ContractReport, room = mostLetters): ShownExchanges {
  const known = new Map(report.exchanges.map((exchange) => [exchange.id, exchange]));
  const entries = new Map<string, Markup>();
  const numbers = new Map(report.exchanges.map(({ id }, index) => [id, index + 1]));
  let left = 0;
  for (const id of inOrderOfNeed(report, (each) => known.has(each))) {
    const exchange = known.get(id);
    if (!exchange || entries.has(id)) continue;
    const entry = renderExchange(exchange, anchorOf(id));
    const letters = toText(entry).length;
    if (letters > room) left++;
    else {
      entries.set(id, entry);
      room -= letters;
    }
  }
  return {
    entries: report.exchanges.flatMap(({ id }) => entries.get(id) ?? []),
    left,
    linkTo: (id) =>
      entries.has(id) ? html`<a class="ref" href="#${anchorOf(id)}">${id}</a>` : html`<span class="ref">${id}</span>`,
    shownOf: (ids) => ids.filter((id) => entries.has(id)),
  };

  function anchorOf(id: string): string {
    return `exchange-${numbers.get(id)}`;
  }
}

/** A point may name what is no exchange, such as that nothing was sent. */
function inOrderOfNeed({ findings, axes }: ContractReport, isKnown: (id: string) => boolean): Set<string> {
  const wanted = new Set(findings.map(({ exchange }) => exchange).filter(isKnown));
  const points = axes.flatMap((axis) => axis.points).map(({ exchanges }) => exchanges.filter(isKnown));
  for (const ids of points) {
    const [first] = ids;
    if (first !== undefined && !ids.some((id) => wanted.has(id))) wanted.add(first);
  }
  for (const ids of points) for (const id of ids) wanted.add(id);
  return wanted;
}
