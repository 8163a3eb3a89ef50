import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Covered, examine } from "../../../contract/src/examination.ts";
import type { Session } from "../../../contract/src/session.ts";
import { readSpec } from "../../../contract/src/specs.ts";
import { type Stage, startStage } from "../../../contract/src/stage.ts";
import { describeRefusals } from "../../../contract/test/suites/refusals.ts";
import { describeRequests } from "../../../contract/test/suites/requests.ts";
import { describeSetAnswers } from "../../../contract/test/suites/set-answers.ts";

// What the contract suite makes of a spec by itself, without an emulator or a method that somebody wrote: it is run with
// another spec in the place of Cargo's, and with all that is generated from it.
const spec = readSpec("cargo");
const covered: Covered[] = [];
let stage: Stage;

beforeAll(async () => {
  stage = await startStage([spec]);
}, 600_000);

afterAll(() => stage?.stop());

describe.for(spec.operations.map((operation) => ({ ...operation, pagination: undefined })))("$id", (operation) => {
  const on = (server: Session["server"]) => () => stage.sessionOf(spec.vendor, server);
  const known = () => ({});
  describe("requests", () => describeRequests({ operation, session: on("mock"), known }));
  describe("refusals", () => describeRefusals({ operation, session: on("mock"), known }));
  const noteBroken = () => {};
  describe("answers", () =>
    describeSetAnswers({ operation, session: on("proxy"), upstream: () => stage.upstream, noteBroken }));
});

test("both oracles say the same of every exchange", () => {
  const { compared, findings } = examine(stage, covered);
  expect(findings).toEqual([]);
  expect(compared).toBeGreaterThan(spec.operations.length);
}, 600_000);
