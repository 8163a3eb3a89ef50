import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** What a reference page says of one value. A key is left out where the page says nothing. */
export type DocumentedFacts = {
  readonly type?: "string" | "number" | "boolean" | "object" | "array";
  /** Type of an array parameter's items. */
  readonly items?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly required?: boolean;
  readonly nullable?: boolean;
  /** The page shows `<unknown>`, its mark for a union. */
  readonly union?: true;
  /** The page's text lost the name: the one given is an inference. */
  readonly lost?: true;
  /** The value of the page's sample, where it is no placeholder. */
  readonly sample?: string | number;
};

export type DocumentedParameter = DocumentedFacts & { readonly name: string; readonly in: string };

export type DocumentedField = DocumentedFacts & { readonly path: string };

export type DocumentedOperation = {
  /** Method and path: `GET /ai/chats/list`. */
  readonly operation: string;
  readonly page: string;
  readonly server?: string;
  readonly security?: "bearer";
  readonly parameters: readonly DocumentedParameter[];
  readonly request?: readonly DocumentedField[];
  readonly response: readonly DocumentedField[];
};

/** Reads the list that was made from a vendor's reference pages. */
export function loadDocumented(vendor: string): DocumentedOperation[] {
  return parse(readFileSync(new URL(`../${vendor}/documented.yaml`, import.meta.url), "utf8"));
}
