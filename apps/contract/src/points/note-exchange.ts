import type { JsonSchemas } from "@agent-chats/schema";
import type { Exchange } from "../exchange.ts";
import { pathValues } from "../match.ts";
import type { Judgement } from "../oracle/judgement.ts";
import { readQuery } from "../oracle/read-query.ts";
import { readPrefer } from "../prefer.ts";
import { createPlaces, type Observe, type Places } from "../schema/observe.ts";
import type { SpecOperation, SpecParameter } from "../specs.ts";
import type { AxisId } from "./axes.ts";
import type { Coverage } from "./coverage.ts";
import { itemOf, parameterKeywords } from "./declare.ts";

/** An exchange that is looked at. */
export interface Looked {
  readonly id: string;
  readonly exchange: Exchange;
  readonly operation: SpecOperation;
  /** Path below the root of the API. */
  readonly path: string;
  /** What the second oracle says of it. */
  readonly judgement: Judgement;
  readonly isAsserted: boolean;
}

type Note = (axis: AxisId, name: string) => void;

/** Notes every point that an exchange covers. */
export function noteExchange(coverage: Coverage, looked: Looked, document: JsonSchemas, observe: Observe): void {
  const { operation, exchange, judgement, id } = looked;
  const note: Note = (axis, name) => coverage.note(axis, operation, name, id);
  if (exchange.status === 200) note("operations", "");
  if (judgement.response.length === 0) {
    note("statuses-obtained", `${exchange.status}`);
    if (looked.isAsserted) note("statuses-asserted", `${exchange.status}`);
    noteAnswer(note, looked, document, observe);
  }
  for (const parameter of operation.parameters) noteParameter(note, parameter, looked);
  if (judgement.request.length === 0) noteBody(note, looked, document, observe);
}

function noteParameter(note: Note, { name, in: location, schema, required }: SpecParameter, looked: Looked): void {
  const { operation, exchange, path, judgement } = looked;
  const place = `${location} ${name}`;
  const { values } = readQuery(operation, new URL(exchange.url).search.slice(1));
  const value = location === "path" ? pathValue(operation, path, name) : values[name];
  note("parameters", `${place} ${value === undefined ? "omitted" : "sent"}`);
  if (Array.isArray(value)) note("parameters", `${place} of ${value.length === 1 ? "one item" : "more items"}`);
  const faults = judgement.request.filter(({ at }) => at.split("/")[0] === place);
  for (const { rule } of faults) note("request-keywords", `${place} ${rule} broken`);
  noteBounds(note, place, itemOf(schema), value, faults.length > 0);
  if (value === undefined || faults.length > 0) return;
  if (required) note("request-keywords", `${place} required kept`);
  for (const keyword of parameterKeywords) note("request-keywords", `${place} ${keyword} kept`);
  for (const item of [value].flat()) note("enum-values", `${place}=${item}`);
}

function pathValue(operation: SpecOperation, path: string, name: string): unknown {
  return pathValues(operation, path)[name];
}

/** The next value on the inner side of an end is one away from it. */
const inwards = { minimum: 1, maximum: -1, maxLength: -1 } as const;

function noteBounds(
  note: Note,
  place: string,
  schema: SpecParameter["schema"],
  value: unknown,
  isRefused: boolean,
): void {
  for (const [end, step] of Object.entries(inwards)) {
    const at = schema[end];
    const given = end === "maxLength" && typeof value === "string" ? [...value].length : value;
    if (typeof at !== "number" || typeof given !== "number") continue;
    if (given === at && !isRefused) note("boundaries", `${place} on ${end}`);
    if (given === at + step && !isRefused) note("boundaries", `${place} just inside ${end}`);
    if (given === at - step && isRefused) note("boundaries", `${place} just outside ${end}`);
  }
}

function noteBody(note: Note, { operation, exchange }: Looked, document: JsonSchemas, observe: Observe): void {
  const definition = `${operation.id}.request`;
  if (exchange.body === undefined || !(definition in document.$defs)) return;
  for (const { name, value } of operation.bodyExamples) {
    if (JSON.stringify(value) === exchange.body) note("examples", `request ${name}`);
  }
  const places = look(observe, definition, exchange.body);
  for (const place of places.properties) note("parameters", `body ${place}`);
  for (const place of places.values) note("enum-values", `body ${place}`);
  for (const place of places.branches) note("union-branches", `body ${place}`);
  for (const place of places.keywords) note("request-keywords", `body ${place} kept`);
}

function noteAnswer(note: Note, { operation, exchange }: Looked, document: JsonSchemas, observe: Observe): void {
  const { status, answer, headers } = exchange;
  const prefer = readPrefer(headers.prefer ?? "");
  if (headers.prefer !== undefined && prefer.status === status) note("examples", `${status} ${prefer.example}`);
  const definition = `${operation.id}.${status}`;
  if (answer === undefined || !(definition in document.$defs)) return;
  const places = look(observe, definition, answer);
  for (const place of places.properties) note("response-properties", `${status} ${place}`);
  for (const place of places.values) note("enum-values", `${status} ${place}`);
  for (const place of places.branches) note("union-branches", `${status} ${place}`);
  for (const place of places.keywords) note("response-keywords", `${status} ${place} kept`);
}

function look(observe: Observe, definition: string, text: string): Places {
  const places = createPlaces();
  observe({ $ref: `#/$defs/${definition}` }, JSON.parse(text), definition, places);
  return places;
}
