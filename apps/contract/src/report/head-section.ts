import type { ContractReport } from "./contract-report.ts";
import { html, type Markup } from "./html.ts";
import { type AxisTally, tallyMutants } from "./tally.ts";
import type { Verdict } from "./verdict.ts";
import { count, format, formatDuration, formatTime, listOf } from "./words.ts";

/** The verdict in large letters, and the numbers that lead to it. */
export function renderHead(report: ContractReport, verdict: Verdict, tallies: readonly AxisTally[]): Markup {
  const { madeAt, durationMs, exchanges, findings, mutants } = report;
  const complete = tallies.filter(({ missing }) => missing.length === 0).length;
  const { killed, survived } = tallyMutants(mutants);
  return html`<header>
<p class="state"><span class="lamp" aria-hidden="true"></span>${verdict.colour === "red" ? "Red" : "Green"}<span class="when"><time datetime="${madeAt}">${formatTime(madeAt)}</time></span></p>
<h1>${verdict.headline}</h1>
<p class="lede">${ledeOf(report, verdict)}</p>
<dl class="facts">
${fact("Findings", format(findings.length), "", "findings")}
${fact("Exchanges", format(exchanges.length), "", "exchanges")}
${fact("Axes complete", format(complete), `of ${format(tallies.length)}`, "coverage")}
${fact("Mutants killed", mutants.length === 0 ? "–" : format(killed), mutants.length === 0 ? "not tried" : `of ${format(killed + survived)}`, "mutants")}
${fact("Duration", formatDuration(durationMs), "", undefined)}
</dl>
</header>
`;
}

function fact(title: string, value: string, more: string, section: string | undefined): Markup {
  const number = html`<b>${value}</b>${more !== "" && html` <span>${more}</span>`}`;
  return html`<div><dt>${title}</dt><dd>${section === undefined ? number : html`<a href="#${section}">${number}</a>`}</dd></div>
`;
}

function ledeOf({ exchanges, axes }: ContractReport, { faults, gaps }: Verdict): string {
  const vendors = [...new Set(axes.flatMap(({ points }) => points.map(({ vendor }) => vendor)))].filter(Boolean);
  const where = vendors.length === 0 ? "" : ` with ${listOf(vendors.map(toTitle))}`;
  const behind = `${count(exchanges.length, "exchange")}${where} ${exchanges.length === 1 ? "is" : "are"} behind this report`;
  const judged = faults.length > 0 ? `${behind}: ${listOf(faults)}.` : `${behind}, and no oracle found a fault in any.`;
  if (gaps.length === 0) return judged;
  return `${judged} ${listOf(gaps).replace(/^./, (letter) => letter.toUpperCase())}.`;
}

/** The report has the identifiers of vendors, which are their names in small letters. */
function toTitle(vendor: string): string {
  return vendor.slice(0, 1).toUpperCase() + vendor.slice(1);
}
