import { readdirSync, readFileSync } from "node:fs";
import type { Mutant } from "./modules.ts";

/**
 * Why a mutant may survive. `equivalent`: whatever comes in, the same comes out. `cost`: it changes requests, time or
 * memory, and nothing that is promised. `caution`: it moves a limit that is a guess, so that more is called `unknown` or an
 * error, or less where nothing was missed. `untested`: a test would be wanted, and there is none yet.
 */
export const kinds = ["equivalent", "cost", "caution", "untested"] as const;

/** Why no test notices some mistakes in a line. */
export interface Reason {
  /** The line as it was, without the space around it, and what is changed there. */
  readonly line: string;
  readonly mutants: readonly Change[];
  readonly kind: (typeof kinds)[number];
  /** A sentence. */
  readonly reason: string;
}

/** What stood there, what stands there; where the module has the same more than once, which of them, from 1. */
export type Change = readonly [from: string, to: string, at?: number];

/** Reasons by module: `reasons/chain.json` holds those of `chain.ts`. */
export const reasons: ReadonlyMap<string, readonly Reason[]> = readReasons(new URL("./reasons/", import.meta.url));

function readReasons(folder: URL): Map<string, readonly Reason[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(
    names.map((name) => [name.replace(/json$/, "ts"), JSON.parse(readFileSync(new URL(name, folder), "utf8"))]),
  );
}

/** Why no test notices a mutant, or none should; `undefined` where nobody said so. */
export function reasonFor(mutant: Mutant, known = reasons): Reason | undefined {
  const ofModule = known.get(mutant.module.name) ?? [];
  return ofModule.find((reason) => reason.mutants.some((change) => isOf(reason, change, mutant)));
}

/** Whether it is this very mutant that a change of a reason is about. */
export function isOf({ line }: Reason, [from, to, at = 1]: Change, mutant: Mutant): boolean {
  return line === mutant.source && from === mutant.from && to === mutant.to && at === mutant.at;
}

/** One sentence for each mutant that has a reason to survive, and did not. */
export function outlived(killed: readonly Mutant[], known = reasons): string[] {
  return killed
    .filter((mutant) => reasonFor(mutant, known))
    .map(
      ({ module, line, from, to }) =>
        `A test notices what has a reason to survive: ${module.name}:${line}  ${from}  ${to || "nothing"}`,
    );
}
