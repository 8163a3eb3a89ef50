import type { Row } from "../../model/row.ts";
import { countFacets, type Facet, labelOfValue } from "../../query/facets.ts";
import { keyOf } from "../../query/keys.ts";
import { addTerm, removeTerm, replaceKey, type Terms, valuesOf } from "../../query/terms.ts";
import { Panel } from "../controls/panel.tsx";
import { CheckIcon, CloseIcon } from "../icons.tsx";
import { PlainText } from "../plain-text.tsx";

/** What every chip is given. */
export interface ChipProps {
  readonly terms: Terms;
  onChange(terms: Terms): void;
}

interface FacetChipProps extends ChipProps {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Numbers that the vendors themselves gave, by value. */
  readonly served?: ReadonlyMap<string, number> | undefined;
}

/** The values of one key, each to be included or excluded, with how many chats have it. */
export function FacetChip({ name, rows, served, terms, onChange }: FacetChipProps) {
  const label = keyOf(name)?.label ?? name;
  return (
    <Chip label={label} names={[name]} summary={summarise(name, terms)} terms={terms} onChange={onChange}>
      {() => <FacetList name={name} rows={rows} served={served} terms={terms} onChange={onChange} />}
    </Chip>
  );
}

function FacetList({ name, rows, served, terms, onChange }: FacetChipProps) {
  const facets = countFacets(name, rows, terms).slice(0, 50);
  if (facets.length === 0) return <p className="panel-note">None of the loaded chats has one</p>;
  return (
    <>
      <ul className="facets">
        {facets.map((facet) => (
          <FacetLine
            key={facet.value}
            name={name}
            facet={facet}
            served={served?.get(facet.value)}
            terms={terms}
            onChange={onChange}
          />
        ))}
      </ul>
      <p className="panel-note">
        {served?.size ? "Counts by the server, else of the " : "Counts of the "}
        {rows.length.toLocaleString("en")} loaded
      </p>
    </>
  );
}

interface FacetLineProps extends ChipProps {
  readonly name: string;
  readonly facet: Facet;
  readonly served: number | undefined;
}

function FacetLine({ name, facet: { value, label, count }, served, terms, onChange }: FacetLineProps) {
  const isWanted = valuesOf(terms, name).includes(value);
  const isExcluded = valuesOf(terms, name, true).includes(value);
  const toggle = (isOn: boolean, isNot: boolean) => {
    const term = { key: name, value, isNot };
    onChange(isOn ? removeTerm(terms, term) : addTerm(terms, term));
  };
  return (
    <li className="facet">
      <label className="choice">
        <input type="checkbox" checked={isWanted} onChange={() => toggle(isWanted, false)} />
        <CheckIcon />
        <span className="facet-label">
          <PlainText text={label} />
        </span>
        <span className="facet-count" data-source={served === undefined ? "loaded" : "server"}>
          {(served ?? count).toLocaleString("en")}
          <span className="facet-source">{served === undefined ? "loaded" : "server"}</span>
        </span>
      </label>
      <button
        type="button"
        className="facet-not"
        aria-pressed={isExcluded}
        aria-label={`Not ${label}`}
        onClick={() => toggle(isExcluded, true)}
      >
        Not
      </button>
    </li>
  );
}

interface ChipBoxProps extends ChipProps {
  readonly label: string;
  /** The keys that it speaks for. */
  readonly names: readonly string[];
  readonly summary: string | undefined;
  children(): React.ReactNode;
}

/** A button with a panel, and beside it one that takes the filter away where it is in use. */
export function Chip({ label, names, summary, terms, onChange, children }: ChipBoxProps) {
  const clear = () => onChange(names.reduce((left, name) => replaceKey(left, name, []), terms));
  return (
    <div className="chip" data-active={summary !== undefined || undefined} data-chip={names[0]}>
      <Panel label={label} summary={summary}>
        {children}
      </Panel>
      {summary !== undefined && (
        <button type="button" className="chip-clear" aria-label={`Clear ${label}`} onClick={clear}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}

function summarise(name: string, terms: Terms): string | undefined {
  const wanted = valuesOf(terms, name).map((value) => shorten(labelOfValue(name, value)));
  const excluded = valuesOf(terms, name, true).map((value) => `not ${shorten(labelOfValue(name, value))}`);
  const [first, second, ...others] = [...wanted, ...excluded];
  if (first === undefined) return undefined;
  if (second === undefined) return first;
  return others.length === 0 ? `${first}, ${second}` : `${first}, ${second} +${others.length}`;
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 8)}…` : text;
}
