import type { ContractReport } from "./contract-report.ts";
import { tallyAxis, tallyMutants } from "./tally.ts";
import { count } from "./words.ts";

/** What a run comes to. */
export interface Verdict {
  /** `red` where something is wrong; `gaps` where nothing is, but not all was looked at; else `green`. */
  readonly colour: "green" | "gaps" | "red";
  readonly headline: string;
  /** What is wrong, in words; none unless it is red. */
  readonly faults: readonly string[];
  /** What was not looked at, in words. Points of different axes are not added up. */
  readonly gaps: readonly string[];
}

/** Judges a report by what it holds. A report of nothing is red: nothing was compared. */
export function toVerdict(report: ContractReport): Verdict {
  const faults = faultsOf(report);
  const gaps = gapsOf(report);
  if (faults.length > 0) return { colour: "red", headline: "The contract is broken.", faults, gaps };
  if (gaps.length > 0) return { colour: "gaps", headline: "The contract holds, with gaps.", faults, gaps };
  return { colour: "green", headline: "The contract holds.", faults, gaps };
}

function faultsOf({ findings, axes, exchanges, failedTests = [] }: ContractReport): string[] {
  const outlived = axes.filter((axis) => tallyAxis(axis).outlived.length > 0).length;
  return [
    exchanges.length === 0 && "no exchange was recorded",
    findings.length > 0 && count(findings.length, "finding"),
    failedTests.length > 0 && `${count(failedTests.length, "test")} failed`,
    outlived > 0 && `reasons on ${count(outlived, "axis", "axes")} are outlived`,
  ].filter((fault) => fault !== false);
}

function gapsOf({ axes, mutants }: ContractReport): string[] {
  const incomplete = axes.filter((axis) => tallyAxis(axis).missing.length > 0).length;
  const { survived } = tallyMutants(mutants);
  return [
    incomplete > 0 && `${count(incomplete, "axis is", "axes are")} incomplete`,
    survived > 0 && `${count(survived, "mutant")} survived`,
  ].filter((gap) => gap !== false);
}
