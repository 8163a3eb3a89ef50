import { keyOf } from "./keys.ts";

/** One thing that is asked for. Terms of the same key are alternatives; excluded ones all hold. */
export interface Term {
  /** A key, or `text` for what a title must hold. */
  readonly key: string;
  readonly value: string;
  readonly isNot: boolean;
}

/** What is asked for: the one state behind the typed text, the chips and the address. */
export type Terms = readonly Term[];

/** The values of a key, of those that are wanted or of those that are not. */
export function valuesOf(terms: Terms, key: string, isNot = false): string[] {
  return terms.filter((term) => term.key === key && term.isNot === isNot).map(({ value }) => value);
}

/** The terms with one more. What contradicts it leaves: the same value the other way, another value of a key that takes one. */
export function addTerm(terms: Terms, added: Term): Terms {
  const takesOne = keyOf(added.key)?.kind !== "words";
  const contradicts = ({ key, value }: Term) => key === added.key && (takesOne || value === added.value);
  return [...terms.filter((term) => !contradicts(term)), added];
}

/** The terms without one of them. */
export function removeTerm(terms: Terms, removed: Term): Terms {
  return terms.filter(
    ({ key, value, isNot }) => key !== removed.key || value !== removed.value || isNot !== removed.isNot,
  );
}

/** The terms with other values of one key, where its first one stood. */
export function replaceKey(terms: Terms, key: string, others: Terms): Terms {
  const at = terms.findIndex((term) => term.key === key);
  const isKept = (term: Term) => term.key !== key;
  if (at < 0) return [...terms, ...others];
  return [...terms.slice(0, at), ...others, ...terms.slice(at).filter(isKept)];
}
