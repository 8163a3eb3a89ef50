/** A change at one field of an answer. */
export interface Edit {
  /** JSON Pointer to the field, from the body; a step `*` is each item of an array. */
  readonly at: string;
  /** Changes the field of an object. Returns whether it did; not where there is nothing to change. */
  readonly apply: (owner: Record<string, unknown>, name: string) => boolean;
}

/** Makes the change wherever the pointer leads in a body. Returns whether it changed anything. */
export function carryOut({ at, apply }: Edit, body: unknown): boolean {
  const steps = at.split("/").slice(1);
  const name = steps.pop() ?? "";
  let nodes: readonly unknown[] = [body];
  for (const step of steps) nodes = nodes.flatMap((node) => follow(node, step));
  return nodes.filter(isRecord).filter((owner) => apply(owner, name)).length > 0;
}

function follow(node: unknown, step: string): readonly unknown[] {
  if (Array.isArray(node)) return step === "*" ? node : [];
  return isRecord(node) && Object.hasOwn(node, step) ? [node[step]] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
