import type { DriftReport } from "@agent-chats/client/drift";

/** How many differences from the spec a report has. A documented field that never came is none: it may yet come. */
export function countDifferences({ operations }: DriftReport): number {
  return operations.flatMap(({ findings }) => findings).filter(({ kind }) => kind !== "never-seen").length;
}
