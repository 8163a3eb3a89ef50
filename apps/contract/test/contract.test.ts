import { createDrift, type DriftFinding, readHar } from "@agent-chats/client/drift";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { cases } from "../src/cases.ts";
import { missingIn } from "../src/coverage.ts";
import { type Covered, type Examination, examine } from "../src/examination.ts";
import type { Exchange } from "../src/exchange.ts";
import { jsonSchemas } from "../src/oracle/json-schemas.ts";
import { isOfPrism } from "../src/oracle/prism-oracle.ts";
import { missingOf, outlivedOf } from "../src/points/coverage.ts";
import { reasons } from "../src/points/reasons.ts";
import { makeReport } from "../src/report/make-report.ts";
import { toHar } from "../src/report/to-har.ts";
import { withoutSecrets } from "../src/report/without-secrets.ts";
import { writeReport } from "../src/report/write.ts";
import { knownValuesOf } from "../src/requests/known-values.ts";
import { type Session, token } from "../src/session.ts";
import { specs } from "../src/specs.ts";
import { type Stage, startStage } from "../src/stage.ts";
import { vendors } from "../src/vendors.ts";
import { describeAnswers } from "./suites/answers.ts";
import { describeErrorKinds } from "./suites/error-kinds.ts";
import { describeErrors } from "./suites/errors.ts";
import { describeExampleLaws } from "./suites/example-laws.ts";
import { describeOtherForms } from "./suites/other-forms.ts";
import { describeLists, describeStatuses } from "./suites/proxied.ts";
import { describeRefusals } from "./suites/refusals.ts";
import { describeRequests } from "./suites/requests.ts";
import { describeSecurity } from "./suites/security.ts";
import { describeSeededFaults } from "./suites/seeded-faults.ts";
import { describeSetAnswers } from "./suites/set-answers.ts";
import { describeWalks } from "./suites/walks.ts";
import { describeWire } from "./suites/wire.ts";

// One file for all suites: each Prism starts once, and what was asked of it can be counted at the end.
let stage: Stage;
const startedAtMs = Date.now();
/** What the specs leave room for, and examples, emulator and made-up answers make use of. */
const open: readonly string[] = ["unknown-tag", "new-extensible-value", "never-seen", "no-longer-seen"];
/** Made-up answers also differ from those before them, in what the spec lets differ. */
const isFault = ({ kind, expected = "" }: DriftFinding) => !open.includes(kind) && !expected.endsWith("as before");
/** What tests covered that no exchange shows by itself. */
const covered: Covered[] = [];

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
      const noteOn = (axis: Covered["axis"]) => (name: string, exchange: Exchange | undefined) =>
        void covered.push({ axis, vendor: spec.vendor, operation: operation.id, name, exchange });
      const emulator = () => stage.upstream.emulator;
      const known = () => knownValuesOf(emulator(), operation);

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
        describe("refusals", () => describeRefusals(subject, noteOn("request-keywords")));
      });

      describe("on the emulator behind Prism", () => {
        const subject = { operation, session: () => stage.sessionOf(spec.vendor, "proxy"), known, emulator };
        describe("requests", () => describeRequests(subject));
        describe("refusals", () => describeRefusals(subject, noteOn("request-keywords")));
        describe("statuses", () => describeStatuses(subject));
        if (operation.pagination) describe("lists", () => describeLists(subject));
      });

      describe("on a vendor made up from the spec, behind Prism", () => {
        const session = () => stage.sessionOf(spec.vendor, "proxy");
        const noteBroken = noteOn("response-keywords");
        describeSetAnswers({ operation, session, upstream: () => stage.upstream, noteBroken });
      });

      describe("on the emulator", () => {
        const subject = { operation, session: () => stage.sessionOf(spec.vendor, "emulator"), known, emulator };
        describe("errors", () => describeErrorKinds(subject, noteOn("error-kinds")));
        describe("other forms", () => describeOtherForms({ ...subject, upstream: () => stage.upstream }));
        describe("refusals", () => describeRefusals(subject, noteOn("request-keywords")));
        describe("statuses", () => describeStatuses(subject));
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

  describe("faults that are put into exchanges:", () => describeSeededFaults(() => stage));

  describe("a complaint that no test takes", () => {
    const mock = () => stage.sessions[0] as Session;

    test.fails("fails the test that caused it", async () => {
      await mock().probe(new Request(`${mock().url}/nowhere`));
    });

    test("came of one request, and is gone with its test", async () => {
      const [last] = mock().probes.slice(-1);
      expect([last?.url, last?.status]).toEqual([`${mock().url}/nowhere`, 404]);
      expect(await mock().takeComplaints()).toEqual([]);
    });
  });

  describe("all exchanges", () => {
    let examination: Examination;
    beforeAll(() => {
      examination = examine(stage, covered);
    });

    test("are judged alike by Prism and by the second oracle", () => {
      expect(examination.findings).toEqual([]);
      expect(examination.compared).toBeGreaterThan(1_000);
    });

    test("cover all that the specs say, but for what cannot be", () => {
      expect(missingOf(examination.axes)).toEqual([]);
    });

    test("cover nothing that is said to be impossible", () => {
      expect(outlivedOf(examination.axes, reasons)).toEqual([]);
    });

    test("can be told as a HAR file, in which drift finds nothing that the spec leaves no room for", () => {
      for (const { spec, url, server, exchanges } of stage.sessions) {
        // What Prism makes up to say that something is wrong is no answer of a vendor.
        const answered = exchanges.filter((exchange) => !isOfPrism(exchange));
        const shown = answered.map((exchange) => ({
          server: spec.server,
          shown: withoutSecrets({ spec, url }, exchange),
        }));
        const drift = createDrift(vendors[spec.vendor], jsonSchemas[spec.vendor]);
        const { compared, skipped } = readHar(toHar(shown), [drift]);
        expect(compared + skipped.length).toBe(answered.length);
        expect(compared, `${spec.vendor} ${server}`).toBeGreaterThan(10);
        const { operations } = drift.report();
        expect(operations.flatMap(({ findings }) => findings).filter(isFault)).toEqual([]);
      }
    });

    test("are reported, without a token or a secret", () => {
      const report = makeReport(examination, { sessions: stage.sessions, startedAtMs });
      const text = JSON.stringify(report);
      expect(text).not.toContain(token);
      expect(text).not.toMatch(/"(?:accessToken|refreshToken|clientSecret)\\*":\s*\\*"(?!\[redacted\])/);
      expect(report.leniencies.length).toBeGreaterThan(3);
      writeReport(report);
    });
  });
});
