import type { JsonSchemas, Pagination } from "@agent-chats/schema";
import type { Random } from "../random.ts";
import type { Drift } from "./drift.ts";
import { carryOut, type Edit } from "./edit.ts";
import { edits, toAddition } from "./edits.ts";
import { type Anatomy, dissect } from "./fields.ts";

/** Makes a body drift. Returns the body as it was where nothing of it drifts. */
export type Drifting = (body: unknown) => unknown;

/** The operation whose answers drift. */
export interface DriftingOperation {
  readonly id: string;
  readonly pagination: Pagination;
}

/** Changes a body in its place, or returns another. Undefined where there was nothing to change. */
type Step = (body: unknown) => { readonly body: unknown } | undefined;

/**
 * The drifting of an operation's answers. `path` is where the dial stands.
 *
 * @throws {RangeError} where the answers cannot drift so.
 */
export function createDrifting(
  path: string,
  drifts: readonly Drift[],
  operation: DriftingOperation,
  jsonSchemas: JsonSchemas,
  random: Random,
): Drifting {
  if (drifts.length === 0) return (body) => body;
  const anatomy = dissect(jsonSchemas, operation.id);
  const steps = drifts.map((drift, index): { isLast: boolean; step: Step } => {
    if (drift.kind === "envelope") return { isLast: true, step: createEnvelope(operation.pagination, random) };
    const spared = sparedBy(operation.pagination);
    const all = edits[drift.kind](anatomy);
    if (drift.at === undefined) return { isLast: false, step: createDrawn(shuffle(all, spared, random)) };
    const chosen = find(`${path}.${index}`, drift.kind, drift.at, all, anatomy);
    return { isLast: false, step: (body) => (carryOut(chosen, body) ? { body } : undefined) };
  });
  // Everything else is found where the spec says it is, so the envelope changes last.
  const inOrder = [...steps.filter(({ isLast }) => !isLast), ...steps.filter(({ isLast }) => isLast)];
  return (body) => {
    // The body shares its items with the state, which must not drift, and the items parts with each other, which must
    // not drift twice: a copy as it is sent shares nothing.
    const copy: unknown = JSON.parse(JSON.stringify(body));
    let changed: { readonly body: unknown } | undefined;
    for (const { step } of inOrder) changed = step(changed ? changed.body : copy) ?? changed;
    return changed ? changed.body : body;
  };
}

/** Stays with the first change that has something to change. */
function createDrawn(candidates: readonly Edit[]): Step {
  let drawn: Edit | undefined;
  return (body) => {
    if (drawn) return carryOut(drawn, body) ? { body } : undefined;
    drawn = candidates.find((candidate) => carryOut(candidate, body));
    return drawn && { body };
  };
}

function find(path: string, kind: keyof typeof edits, at: string, all: readonly Edit[], anatomy: Anatomy): Edit {
  const known = all.find((edit) => edit.at === at);
  if (known) return known;
  const owner = anatomy.shapes.find((shape) => shape.at === at.slice(0, at.lastIndexOf("/")));
  const name = at.slice(at.lastIndexOf("/") + 1);
  if (kind === "new-field" && owner && name !== "" && !owner.names.includes(name)) return toAddition(at);
  const some = all.slice(0, 5).map((edit) => edit.at);
  throw new RangeError(`${path}.at must be where "${kind}" is possible, such as ${some.join(", ")}, not "${at}"`);
}

/** Pointers that a reader of the listing cannot do without. */
function sparedBy({ items, id, createdAt, updatedAt }: Pagination): readonly string[] {
  const ofItem = [id, createdAt, updatedAt].filter((pointer) => pointer !== undefined);
  return [items, ...ofItem.map((pointer) => `${items}/*${pointer}`)];
}

function shuffle(all: readonly Edit[], spared: readonly string[], random: Random): readonly Edit[] {
  const rest = all.filter(({ at }) => !spared.includes(at));
  const sortable = (rest.length > 0 ? rest : all).map((edit) => ({ edit, key: random.next() }));
  return sortable.sort((left, right) => left.key - right.key).map(({ edit }) => edit);
}

/** Everything below `data`, or the items under another name. */
function createEnvelope({ items }: Pagination, random: Random): Step {
  const isWrapped = random.chance(0.5) || items === "";
  const [, name = "", ...deeper] = items.split("/");
  return (body) => {
    if (isWrapped || deeper.length > 0) return { body: { data: body } };
    const { [name]: list, ...rest } = body as Record<string, unknown>;
    return { body: { ...rest, results: list } };
  };
}
