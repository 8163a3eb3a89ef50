import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { cases } from "../src/cases.ts";
import { missingIn } from "../src/coverage.ts";
import { knownValuesOf } from "../src/requests/known-values.ts";
import { specs } from "../src/specs.ts";
import { type Stage, startStage } from "../src/stage.ts";
import { describeAnswers } from "./suites/answers.ts";
import { describeErrors } from "./suites/errors.ts";
import { describeExampleLaws } from "./suites/example-laws.ts";
import { describeRefusals } from "./suites/refusals.ts";
import { describeRequests } from "./suites/requests.ts";
import { describeSecurity } from "./suites/security.ts";
import { describeWalks } from "./suites/walks.ts";
import { describeWire } from "./suites/wire.ts";

// One file for all suites: each Prism starts once, and what was asked of it can be counted at the end.
let stage: Stage;

beforeAll(async () => {
  stage = await startStage(specs);
});

afterAll(() => stage?.stop());

// A test that provokes complaints takes them itself; any that is left over is a fault of the spec or of the client.
afterEach(async () => {
  const complaints = await Promise.all(stage.sessions.map((session) => session.takeComplaints()));
  expect(complaints.flat(), "Prism found fault").toEqual([]);
});

// In the order of this file, whatever order the run prefers: coverage is known at the end only.
describe("the contract", { shuffle: false, concurrent: false }, () => {
  describe.for(specs)("of $vendor", (spec) => {
    const { operations } = cases[spec.vendor];

    describe.for(spec.operations)("$id", (operation) => {
      const known = () => knownValuesOf(stage.upstream.emulator, operation);

      describe("on Prism's mock", () => {
        const session = () => stage.sessionOf(spec.vendor, "mock");
        const sample = operations[operation.id];
        // An operation without a case is named by the coverage below.
        if (sample) {
          const subject = { operation, sample, session };
          describe("answers", () => describeAnswers(subject));
          describe("errors", () => describeErrors(subject));
          describe("security", () => describeSecurity(subject));
          describe("wire", () => describeWire(subject, spec));
          if ("list" in sample) describe("walks", () => describeWalks(subject, sample));
          if ("list" in sample) describe("laws", () => describeExampleLaws(subject));
        }
        const subject = { operation, session, known: () => ({}) };
        describe("requests", () => describeRequests(subject));
        describe("refusals", () => describeRefusals(subject));
      });

      describe("on the emulator behind Prism", () => {
        const subject = { operation, session: () => stage.sessionOf(spec.vendor, "proxy"), known };
        describe("requests", () => describeRequests(subject));
        describe("refusals", () => describeRefusals(subject));
      });

      describe("on the emulator", () => {
        const subject = { operation, session: () => stage.sessionOf(spec.vendor, "emulator"), known };
        describe("refusals", () => describeRefusals(subject));
      });
    });
  });

  test("asked for every operation, status and named example that the specs declare", () => {
    const missing = specs.flatMap((spec) => {
      const { exchanges } = stage.sessionOf(spec.vendor, "mock");
      return missingIn({ spec, cases: Object.keys(cases[spec.vendor].operations), exchanges });
    });
    expect(missing).toEqual([]);
  });
});
