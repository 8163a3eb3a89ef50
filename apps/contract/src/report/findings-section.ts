import type { BlindSpot, Finding } from "./contract-report.ts";
import { html, type Markup, prose } from "./html.ts";
import type { ShownExchanges } from "./shown-exchanges.ts";

/** Who judges exchanges, in words. */
const oracles: { readonly [Oracle in Finding["oracle"]]: readonly [title: string, means: string] } = {
  prism: ["Prism", "judges requests and answers by the specs"],
  schema: ["Schemas", "our own JSON Schemas, parameters and headers, without Prism"],
  law: ["Laws", "what holds between the answers of one listing"],
  wire: ["Wire", "what left, letter by letter"],
};
const oracleIds = Object.keys(oracles) as Finding["oracle"][];

/** What the oracles found wrong, and the tests that failed. */
export function renderFindings(
  findings: readonly Finding[],
  failedTests: readonly string[],
  shown: ShownExchanges,
): Markup {
  const tests =
    failedTests.length > 0 &&
    html`<div class="missing bad"><h3>Tests that failed</h3>
<ul class="names">${failedTests.map((title) => html`<li>${title}</li>`)}</ul></div>`;
  if (findings.length === 0) return html`${tests}<p class="empty">No oracle found a fault in any exchange.</p>`;
  return html`${tests}<ol class="findings">${findings.map(
    ({ oracle, message, exchange }) => html`<li><span class="oracle" title="${oracles[oracle]?.[1]}">${
      oracles[oracle]?.[0] ?? oracle
    }</span><p>${message}</p>${shown.linkTo(exchange)}</li>
`,
  )}</ol>`;
}

/** Faults that were seeded, and which oracles see them. */
export function renderBlindSpots(blindSpots: readonly BlindSpot[]): Markup {
  if (blindSpots.length === 0)
    return html`<p class="empty">No seeded fault is seen by one oracle and missed by another.</p>`;
  return html`<div class="scroll"><table class="matrix"><thead><tr><th scope="col">Seeded fault</th>
${oracleIds.map((id) => html`<th scope="col" class="mark" title="${oracles[id][1]}">${oracles[id][0]}</th>`)}
<th scope="col" class="why">Why</th></tr></thead>
<tbody>${blindSpots.map(renderBlindSpot)}</tbody></table></div>`;
}

function renderBlindSpot({ fault, seenBy, missedBy, reason }: BlindSpot): Markup {
  return html`<tr><th scope="row">${prose(fault)}</th>${oracleIds.map((id) =>
    mark(id, seenBy.includes(id) ? "seen" : missedBy.includes(id) ? "missed" : "not asked"),
  )}<td class="why">${prose(reason)}</td></tr>
`;
}

/** Where the table is too narrow for a head, the oracle stands beside its mark. */
function mark(oracle: Finding["oracle"], state: "seen" | "missed" | "not asked"): Markup {
  return html`<td class="mark" data-oracle="${oracles[oracle][0]}"><span class="dot ${state.replace(" ", "-")}"></span><span class="unseen">${state}</span></td>`;
}

/** Where the emulator takes more than the specs allow. */
export function renderLeniencies(leniencies: readonly string[]): Markup {
  if (leniencies.length === 0) return html`<p class="empty">None is known.</p>`;
  return html`<ul class="prose">${leniencies.map((leniency) => html`<li>${prose(leniency)}</li>`)}</ul>`;
}
