import { type Operation, responseExamples } from "./examples.ts";
import { atReference, dereference, isNode, type Node } from "./resolve.ts";

/** The examples that show a listing from its first page to its last. */
const PAGES = ["first", "middle", "last"] as const;

/**
 * What does not fit together in the example pages of a listing: pages that are missing, items that come twice, totals
 * that are not the number of items, and items out of order. Empty where all fits, and where the operation lists nothing.
 */
export function pageFindings(document: Node, operation: Operation): string[] {
  const descriptor = operation.node["x-pagination"];
  if (!isNode(descriptor)) return [];
  const bodies = new Map(
    (responseExamples(document, operation).get("200") ?? []).map(({ name, value }) => [name, value]),
  );
  const absent = [...PAGES, "empty"].filter((name) => !bodies.has(name));
  if (absent.length > 0) return absent.map((name) => `the example "${name}" is missing`);
  const itemsOf = (name: string) => listAt(bodies.get(name), descriptor.items);
  const items = PAGES.flatMap(itemsOf);
  const empty = itemsOf("empty").length === 0 ? [] : ['the example "empty" has items'];
  const unfilled = PAGES.filter((name) => itemsOf(name).length === 0).map(
    (name) => `the example "${name}" has no items`,
  );
  return [
    ...empty,
    ...unfilled,
    ...repeatFindings(items, descriptor),
    ...totalFindings(document, operation, bodies, descriptor, items.length),
    ...orderFindings(items, descriptor),
  ];
}

function repeatFindings(items: readonly unknown[], { id }: Node): string[] {
  const ids = items.map((item) => at(item, id));
  return ids.filter((each, index) => ids.indexOf(each) !== index).map((each) => `the item ${each} comes twice`);
}

function totalFindings(
  document: Node,
  operation: Operation,
  bodies: ReadonlyMap<string, unknown>,
  { total }: Node,
  count: number,
): string[] {
  if (!isNode(total)) return [];
  if (total.header !== undefined) {
    const response = dereference(document, atReference(operation.node, "#/responses/200"));
    const header = dereference(document, isNode(response.headers) ? response.headers[String(total.header)] : undefined);
    return header.example === count ? [] : [`the header's example is ${header.example}, the pages have ${count} items`];
  }
  return PAGES.map((name) => [name, at(bodies.get(name), total.body)])
    .filter(([, value]) => value !== count)
    .map(([name, value]) => `the total of "${name}" is ${value}, the pages have ${count} items`);
}

/**
 * Which time a vendor sorts by, and which way, is not documented; examples must show one way throughout. An item whose
 * time is null says nothing of the order.
 */
function orderFindings(items: readonly unknown[], { createdAt, updatedAt }: Node): string[] {
  const pointers = [createdAt, updatedAt].filter((pointer) => pointer !== undefined);
  const isOrdered = (pointer: unknown) => {
    const times = items.flatMap((item) => at(item, pointer) ?? []).map((time) => Date.parse(String(time)));
    const steps = times.slice(1).map((time, index) => time - (times[index] ?? Number.NaN));
    return steps.length > 0 && (steps.every((step) => step >= 0) || steps.every((step) => step <= 0));
  };
  return pointers.length === 0 || pointers.some(isOrdered) ? [] : ["the items are in order by none of their times"];
}

function listAt(value: unknown, pointer: unknown): unknown[] {
  const list = at(value, pointer);
  return Array.isArray(list) ? list : [];
}

function at(value: unknown, pointer: unknown): unknown {
  return pointer === "" ? value : atReference({ value }, `#/value${pointer}`);
}
