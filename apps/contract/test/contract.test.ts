import type { VendorId } from "@agent-chats/schema";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { cases } from "../src/cases.ts";
import { missingIn } from "../src/coverage.ts";
import { type Session, startSessions } from "../src/session.ts";
import { specs } from "../src/specs.ts";
import { describeAnswers } from "./suites/answers.ts";
import { describeErrors } from "./suites/errors.ts";
import { describeExampleLaws } from "./suites/example-laws.ts";
import { describeRefusals } from "./suites/refusals.ts";
import { describeSecurity } from "./suites/security.ts";
import { describeWalks } from "./suites/walks.ts";
import { describeWire } from "./suites/wire.ts";

// One file for all suites: each spec's Prism starts once, and what was asked of it can be counted at the end.
let sessions: Session[] = [];

beforeAll(async () => {
  sessions = await startSessions(specs);
});

afterAll(() => Promise.all(sessions.map((session) => session.stop())));

// A test that provokes complaints takes them itself; any that is left over is a fault of the spec or of the client.
afterEach(async () => {
  const complaints = await Promise.all(sessions.map((session) => session.takeComplaints()));
  expect(complaints.flat(), "Prism found fault").toEqual([]);
});

function sessionOf(vendor: VendorId): Session {
  const session = sessions.find(({ spec }) => spec.vendor === vendor);
  if (!session) throw new Error(`The Prism of ${vendor} is not running.`);
  return session;
}

// In the order of this file, whatever order the run prefers: coverage is known at the end only.
describe("the contract", { shuffle: false, concurrent: false }, () => {
  describe.for(specs)("of $vendor", (spec) => {
    const { operations, refusals } = cases[spec.vendor];
    const session = () => sessionOf(spec.vendor);

    for (const operation of spec.operations) {
      const sample = operations[operation.id];
      // An operation without a case is named by the coverage below.
      if (!sample) continue;
      const subject = { operation, sample, session };
      describe(operation.id, () => {
        describe("answers", () => describeAnswers(subject));
        describe("errors", () => describeErrors(subject));
        describe("security", () => describeSecurity(subject));
        describe("wire", () => describeWire(subject, spec));
        if ("list" in sample) describe("walks", () => describeWalks(subject, sample));
        if ("list" in sample) describe("laws", () => describeExampleLaws(subject));
      });
    }

    describe("refusals", () => describeRefusals(spec, refusals, session));
  });

  test("asked for every operation, status and named example that the specs declare", () => {
    const missing = sessions.flatMap(({ spec, exchanges }) =>
      missingIn({ spec, cases: Object.keys(cases[spec.vendor].operations), exchanges }),
    );
    expect(sessions.map(({ spec }) => spec.vendor)).toEqual(specs.map(({ vendor }) => vendor));
    expect(missing).toEqual([]);
  });
});
