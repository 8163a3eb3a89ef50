import type { DocumentedFacts } from "./documented.ts";
import { branches, isNode, type Node, type Site } from "./resolve.ts";

/** One value of the spec, seen from all the places where its path ends. */
type Subject = {
  readonly sites: readonly Site[];
  /** Every schema that the value may be made of. */
  readonly parts: readonly Node[];
  /** Whether the spec says where this very fact comes from, when it is not the page. */
  readonly sourced: boolean;
  readonly types: ReadonlySet<string>;
};

const ANNOTATIONS = /^(description|title|summary|examples?|deprecated|x-.*)$/;

/** What a reference page says of a value and the spec does not: one sentence each, without the value's name. */
export function contradictions(document: Node, sites: readonly Site[], facts: DocumentedFacts): string[] {
  const parts = sites.flatMap((site) => branches(document, site.schema));
  const subject = { sites, parts, sourced: parts.some(hasSource), types: typesOf(parts) };
  return [
    ...(facts.union ? unionFindings(subject) : typeFindings(subject, facts)),
    ...nullFindings(subject, facts),
    ...requiredFindings(subject, facts),
    ...enumFindings(document, subject, facts),
    ...facetFindings(subject, facts),
    ...sampleFindings(subject, facts),
  ];
}

function unionFindings({ parts, sourced }: Subject): string[] {
  if (parts.every(isEmpty)) return ["is documented as a union and has an empty schema"];
  const real = parts.some((part) => [part.anyOf, part.oneOf].some((list) => Array.isArray(list) && variants(list) > 1));
  return real || sourced ? [] : ["is documented as a union, is none, and has no x-source"];
}

function variants(list: readonly unknown[]): number {
  return list.filter((variant) => isNode(variant) && variant.type !== "null").length;
}

function typeFindings({ types, sourced }: Subject, { type }: DocumentedFacts): string[] {
  if (type === undefined) return [];
  const found = [...types].filter((each) => each !== "null");
  const words = found.join(" or ") || "of no type";
  const narrower = type === "number" && types.has("integer");
  if (!types.has(type) && !narrower) return [`is documented as ${type} and is ${words}`];
  const exact = found.every((each) => each === type);
  return exact || sourced ? [] : [`is documented as ${type} and is ${words} without an x-source`];
}

function nullFindings({ types, sites, sourced }: Subject, { nullable }: DocumentedFacts): string[] {
  if (nullable === true && !types.has("null")) return ["is documented as nullable and is not"];
  const explained = sourced || sites.some(hasHolderSource);
  return nullable === false && types.has("null") && !explained
    ? ["is documented as never null and may be null without an x-source"]
    : [];
}

function requiredFindings({ sites, sourced }: Subject, facts: DocumentedFacts): string[] {
  const marks = sites.flatMap(({ property }) => (property ? [isRequired(property)] : []));
  if (marks.length === 0) return [];
  if (facts.required !== undefined) {
    const required = marks.every(Boolean);
    return required === facts.required ? [] : [`is documented as ${mark(facts.required)} and is ${mark(required)}`];
  }
  const unexplained = sites.some(
    (site) => site.property && isRequired(site.property) && !sourced && !hasHolderSource(site),
  );
  return unexplained ? ["is required without a source: neither it nor its object has an x-source"] : [];
}

function enumFindings(document: Node, { parts }: Subject, facts: DocumentedFacts): string[] {
  const items = parts.flatMap((part) => branches(document, part.items));
  const known = listedValues(facts.type === "array" ? items : parts);
  return (facts.enum ?? [])
    .filter((value) => !known.has(value))
    .map((value) => `lacks the documented value "${value}"`);
}

function facetFindings({ parts }: Subject, facts: DocumentedFacts): string[] {
  return (["format", "pattern", "minimum", "maximum", "maxLength", "default"] as const).flatMap((facet) => {
    const documented = facts[facet];
    if (documented === undefined || parts.some((part) => part[facet] === documented)) return [];
    const found = parts.find((part) => part[facet] !== undefined)?.[facet];
    return [`has ${facet} ${JSON.stringify(found ?? null)}, documented is ${JSON.stringify(documented)}`];
  });
}

/** A sample that is a date, or one of an enum's values, says more than its type does. */
function sampleFindings({ parts }: Subject, { sample }: DocumentedFacts): string[] {
  if (typeof sample !== "string") return [];
  const known = listedValues(parts);
  if (known.size > 0 && !known.has(sample)) return [`lacks the value "${sample}" of the documented sample`];
  const format = /^\d{4}-\d{2}-\d{2}(T.+)?$/.exec(sample)?.[1] === undefined ? "date" : "date-time";
  const formats = parts.flatMap((part) => (typeof part.format === "string" ? [part.format] : []));
  const dated = /^\d{4}-\d{2}-\d{2}/.test(sample) && formats.length > 0;
  return dated && !formats.includes(format) ? [`refuses the documented sample "${sample}": it has no ${format}`] : [];
}

function typesOf(parts: readonly Node[]): Set<string> {
  return new Set(
    parts.flatMap((part): string[] => {
      if (typeof part.type === "string") return [part.type];
      if (Array.isArray(part.type)) return part.type;
      return "const" in part ? [typeof part.const] : [];
    }),
  );
}

function listedValues(parts: readonly Node[]): Set<unknown> {
  const lists = parts.map((part) => [part.enum, part["x-extensible-enum"], part.const].flat());
  return new Set(lists.flat().filter((value) => value !== undefined && value !== null));
}

function isEmpty(part: Node): boolean {
  return Object.keys(part).every((key) => ANNOTATIONS.test(key) || key === "$ref");
}

function isRequired({ holder, name }: NonNullable<Site["property"]>): boolean {
  return Array.isArray(holder.required) && holder.required.includes(name);
}

function hasSource(part: Node): boolean {
  return typeof part["x-source"] === "string";
}

function hasHolderSource({ property }: Site): boolean {
  return property !== undefined && hasSource(property.holder);
}

function mark(required: boolean): string {
  return required ? "required" : "optional";
}
