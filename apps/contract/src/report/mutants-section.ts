import type { Mutant } from "./contract-report.ts";
import { html, type Markup } from "./html.ts";
import { groupBy, tallyMutants } from "./tally.ts";
import { format } from "./words.ts";

const verdicts = ["killed", "survived", "equivalent", "void"] as const satisfies readonly Mutant["verdict"][];

/** What became of the mistakes that were made on purpose: the survivors first, then all of them. */
export function renderMutants(mutants: readonly Mutant[]): Markup {
  if (mutants.length === 0) {
    return html`<p class="empty">This run tried no mutants.</p>`;
  }
  const survivors = mutants.filter(({ verdict }) => verdict === "survived");
  return html`<div class="scroll"><table class="tally"><thead><tr><th scope="col">Mistakes in</th>
${verdicts.map((verdict) => html`<th scope="col" class="number">${verdict}</th>`)}</tr></thead>
<tbody>${groupBy(mutants, ({ of }) => of).map(renderRow)}</tbody></table></div>
${survivors.length === 0 ? html`<p class="empty">No mutant survived.</p>` : renderList("Survivors", survivors)}
<details class="points"><summary>All ${format(mutants.length)} mutants</summary>
${groupBy(mutants, ({ of, operator }) => `${of}: ${operator}`).map(renderOperator)}</details>`;
}

function renderRow([of, mutants]: [string, Mutant[]]): Markup {
  const tally = tallyMutants(mutants);
  return html`<tr><th scope="row">${of}</th>${verdicts.map((verdict) => {
    const tone = tally[verdict] === 0 ? "none" : verdict === "survived" ? "gap" : "";
    return html`<td class="number"><span class="${tone}">${format(tally[verdict])}</span></td>`;
  })}</tr>
`;
}

function renderOperator([title, mutants]: [string, Mutant[]]): Markup {
  const { killed } = tallyMutants(mutants);
  return html`<details class="group"><summary>${title} <small>${format(killed)} of ${format(mutants.length)} killed</small></summary>
${renderList(undefined, mutants)}</details>
`;
}

function renderList(title: string | undefined, mutants: readonly Mutant[]): Markup {
  return html`${title !== undefined && html`<h3>${title} <small>${format(mutants.length)}</small></h3>`}
<ul class="mutants">${mutants.map(
    ({ of, operator, place, verdict, by }) => html`<li><span class="verdict ${verdict}">${verdict}</span>
<p><code>${place}</code><br>${title !== undefined && html`${of}, ${operator}. `}${by}</p></li>
`,
  )}</ul>`;
}
