import { answerFaults } from "./answer-faults.ts";
import { requestFaults } from "./request-faults.ts";
import type { Oracle, SeededFault } from "./seeded-fault.ts";

/** The faults that an oracle does not see, as the table of the documentation. */
export function toBlindSpotTable(): string[] {
  const rows = [...toRows("request", requestFaults), ...toRows("answer", answerFaults)];
  return ["| fault | in | Prism | schemas | why |", "| --- | --- | --- | --- | --- |", ...rows];
}

/** How many faults are tried, and how many of them each oracle sees. */
export function countSeen(): Readonly<Record<Oracle | "tried", number>> {
  const all = [...requestFaults, ...answerFaults];
  const seenBy = (oracle: Oracle) => all.filter((seeded) => seeded.seenBy.includes(oracle)).length;
  return { tried: all.length, prism: seenBy("prism"), schema: seenBy("schema") };
}

function toRows(side: string, faults: readonly SeededFault[]): string[] {
  const blind = faults.filter(({ reason }) => reason !== "");
  const word = (seenBy: readonly Oracle[], oracle: Oracle) => (seenBy.includes(oracle) ? "sees it" : "does not");
  return blind.map(
    ({ fault, seenBy, reason }) =>
      `| ${fault} | ${side} | ${word(seenBy, "prism")} | ${word(seenBy, "schema")} | ${reason} |`,
  );
}
