import type { JsonSchemas, Vendor } from "@agent-chats/schema";
import { createDrift, type DriftFinding, type DriftOptions } from "../src/drift/index.ts";

/** A made-up vendor with one operation, whose 200 has a schema, and whose 429 and 500 are declared without one. */
export function vendorOf(sensitive: readonly string[] = []) {
  const read = {
    id: "read",
    method: "GET",
    path: "/things/{id}",
    summary: "Read it",
    parameters: [],
    requestBody: false,
    answer: "object",
    answerMembers: {},
    statuses: [200, 429, 500],
    errors: {},
    sensitive,
  } as const;
  return {
    id: "acme",
    title: "Acme",
    baseUrl: "https://api.acme.example/v1",
    tokenVariable: "ACME_TOKEN",
    operations: { read },
  } as const satisfies Vendor;
}

/** The schemas of that vendor: of its answer, and what that refers to. */
export function schemasOf(answer: object, components: Record<string, object> = {}): JsonSchemas {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:acme",
    $defs: { ...components, "read.200": answer },
  };
}

/** What a drift watch finds in some answers, in short: kind, path, variant, counts, what came and what was expected. */
export function find(answer: object, values: readonly unknown[], more: FindOptions = {}): string[] {
  const drift = createDrift(vendorOf(more.sensitive), schemasOf(answer, more.components), more);
  for (const value of values) drift.add("read", 200, value);
  return drift.report().operations.flatMap(({ findings }) => findings.map(toLine));
}

/** What the watch of `find` is made with. */
interface FindOptions extends DriftOptions {
  readonly components?: Record<string, object>;
  readonly sensitive?: readonly string[];
}

/** A finding on one line. */
export function toLine({ kind, path, within, count, of, sample, expected, renamedFrom }: DriftFinding): string {
  const place = within === undefined ? path : `${path} (${within})`;
  const came = [sample, expected].filter((text) => text !== undefined).join(" / ");
  return `${kind} ${place} ${count}/${of}${came && `: ${came}`}${renamedFrom === undefined ? "" : `, was ${renamedFrom}`}`;
}
