import { describe, expect, test } from "vitest";
import { createJournal, toAnswer } from "../../test/answers.ts";
import { newest, type Row, rows } from "../../test/list-server.ts";
import { createPatience } from "./patience.ts";

const impatience = "changes faster than it can be read";

/** A patience that is told of answers, each with the rows that it gave and how many it held. */
function start() {
  const patience = createPatience(createJournal({ beganAt: newest }));
  return (given: Row[], held = 10, requests = 1) => {
    const answer = toAnswer(rows(held), 0, { requests });
    return patience.spend(
      toAnswer(given).rows.map((row) => ({ row })),
      answer,
    );
  };
}
const times = <Result>(count: number, run: () => Result) => Array.from({ length: count }, run);
const newcomers = (count: number) => rows(count).map((row) => ({ ...row, createdAt: newest + 5000 }));

describe("the patience of a walk", () => {
  test("has no end while answers bring what existed when it began", () => {
    const spend = start();
    let place = 0;
    const said = times(10_000, () => spend(rows(9, 9 * place++)));
    expect(new Set(said)).toEqual(new Set([undefined]));
  });

  test("ends after 16 answers more than the list has needed that bring nothing", () => {
    const spend = start();
    expect(times(16, () => spend([])).every((said) => said === undefined)).toBe(true);
    expect(spend([])).toBe(impatience);
  });

  test("is longer on a longer list", () => {
    const spend = start();
    let place = 0;
    times(100, () => spend(rows(9, 9 * place++)));
    // 900 rows take 100 answers of 10 that overlap by one.
    expect(times(116, () => spend([])).every((said) => said === undefined)).toBe(true);
    expect(spend([])).toBe(impatience);
  });

  test("does not count what came in after the walk began", () => {
    const spend = start();
    expect(times(16, () => spend(newcomers(10))).every((said) => said === undefined)).toBe(true);
    expect(spend(newcomers(10))).toBe(impatience);
  });

  test("counts the requests that an answer took", () => {
    const spend = start();
    expect(spend([], 10, 16)).toBeUndefined();
    expect(spend([], 10, 1)).toBe(impatience);
  });

  test("ends where each answer brings next to nothing, four times as many as the list needs", () => {
    const spend = start();
    let place = 0;
    const one = () => spend(rows(1, place++));
    const last = times(200, one).indexOf(impatience) + 1;
    // One row in each answer of ten: after 116, the list has needed 16 and 116 / 9.
    expect(last).toBe(116);
  });

  test("holds for four times as many answers to the very last of them", () => {
    const spend = start();
    let place = 0;
    // One row in each answer of six: 320 rows need 64, and 4 times 16 and 64 are 320.
    expect(times(320, () => spend(rows(1, place++), 6)).every((said) => said === undefined)).toBe(true);
    expect(spend(rows(1, place++), 6)).toBe(impatience);
  });

  test("begins anew after it has ended", () => {
    const spend = start();
    times(17, () => spend([]));
    expect(times(16, () => spend([])).every((said) => said === undefined)).toBe(true);
    expect(spend([])).toBe(impatience);
  });
});
