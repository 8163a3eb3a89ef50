import { describe, expect, test, vi } from "vitest";
import {
  chat,
  create,
  fail,
  hang,
  list,
  outcome,
  page,
  type Respond,
  refuse,
  serve,
  useOwnTime,
} from "../test/calls.ts";

useOwnTime();

describe("a request that reads", () => {
  test.each([408, 429, 500, 502, 503, 504])("is sent again after %i, and later each time", async (status) => {
    const { cargo, requests } = serve([fail(status), fail(status), fail(status), page]);
    expect(await outcome(list(cargo))).toMatchObject({ data: { chats: [] }, attempts: 4, bytes: 12 });
    expect(requests.map(({ at }) => at)).toEqual([0, 500, 1500, 3500]);
  });

  test("is sent again after a connection that failed, or broke off in the body", async () => {
    const cut = () =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode(`{"chats":`)),
          pull: (controller) => controller.error(new TypeError("terminated")),
        }),
      );
    const { cargo } = serve([refuse, cut, page]);
    expect(await outcome(list(cargo))).toMatchObject({ attempts: 3 });
  });

  test.each([400, 401, 403, 404, 409, 410, 422, 501, 505])("is not sent again after %i", async (status) => {
    const { cargo, requests } = serve([fail(status), page]);
    expect(await outcome(list(cargo))).toMatchObject({ kind: "http", status, attempts: 1, retryable: false });
    expect(requests).toHaveLength(1);
  });

  test("is not sent again after an answer that is not the operation's", async () => {
    const { cargo, requests } = serve([() => new Response("<html>"), page]);
    expect(await outcome(list(cargo))).toMatchObject({ kind: "unexpected-response", attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test("fails with the last error, which counts the attempts, where none succeeds", async () => {
    const { cargo, requests } = serve([fail(500), refuse, fail(502), fail(503)]);
    const error = await outcome(list(cargo));
    expect(error).toMatchObject({ kind: "http", status: 503, attempts: 4, retryable: true });
    expect(error).toMatchObject({
      message: expect.stringMatching(/^Cargo answered 503 to list chats: .* Tried 4 times\.$/),
    });
    expect(requests).toHaveLength(4);
  });

  test("is sent as often, and waits as long, as the caller says", async () => {
    const { cargo, requests } = serve([fail(500)], { retry: { retries: 5, minDelayMs: 10, maxDelayMs: 40 } });
    expect(await outcome(list(cargo))).toMatchObject({ attempts: 6 });
    expect(requests.map(({ at }) => at)).toEqual([0, 10, 30, 70, 110, 150]);
    const never = serve([fail(500)], { retry: false });
    expect(await outcome(list(never.cargo))).toMatchObject({ attempts: 1 });
  });

  test("waits at least half of the time, so that many clients do not come back at once", async () => {
    vi.mocked(Math.random).mockReturnValue(0);
    const { cargo, requests } = serve([fail(500), page]);
    await outcome(list(cargo));
    expect(requests.map(({ at }) => at)).toEqual([0, 250]);
  });
});

describe("a request that writes", () => {
  test("is sent again after 429 alone, with its body", async () => {
    const { cargo, requests } = serve([fail(429), fail(429), chat]);
    expect(await outcome(create(cargo))).toEqual({ uuid: "c" });
    const body = `{"trigger":{"type":"draft"}}`;
    expect(requests.map((request) => request.body)).toEqual([body, body, body]);
  });

  test.each([
    ["500", fail(500)],
    ["503", fail(503)],
    ["408", fail(408)],
    ["a lost connection", refuse],
  ] as const)("is sent once where %s is the answer, and the error does not invite to repeat it", async (_, answer) => {
    const { cargo, requests } = serve([answer, chat]);
    expect(await outcome(create(cargo))).toMatchObject({ attempts: 1, retryable: false });
    expect(requests).toHaveLength(1);
  });

  test("fails for good where the answer is not the operation's", async () => {
    const typed = () => new Response("<html>", { headers: { "content-type": "text/plain; charset=utf-8" } });
    const error = await outcome(create(serve([typed]).cargo));
    expect(error).toMatchObject({ kind: "unexpected-response", contentType: "text/plain", retryable: false });
    const bare = () => new Response(new TextEncoder().encode("<html>"));
    const other = await outcome(list(serve([bare]).cargo));
    expect(other).toMatchObject({ kind: "unexpected-response", contentType: undefined, retryable: true });
  });

  test("is sent once where no answer comes in time", async () => {
    const { cargo, requests } = serve([hang], { timeout: { attemptMs: 200 } });
    expect(await outcome(create(cargo))).toMatchObject({ kind: "timeout", attempts: 1, retryable: false });
    expect(requests).toHaveLength(1);
  });
});

describe("Retry-After", () => {
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();
  const after =
    (value: string | (() => string), headers = {}): Respond =>
    (request, count) =>
      fail(429, { "retry-after": typeof value === "string" ? value : value(), ...headers })(request, count);

  test.each<[string, Respond, number]>([
    ["2", after("2"), 2000],
    ["60", after("60"), 60_000],
    ["a date", after(() => inSeconds(3)), 3000],
    ["a date by a clock that is an hour ahead", after(() => inSeconds(3605), { date: "clock" }), 5000],
  ])("of %s is waited for", async (_, answer, expected) => {
    const server: Respond = async (request, count) => {
      const response = await answer(request, count);
      if (response.headers.get("date") === "clock") response.headers.set("date", inSeconds(3600));
      return response;
    };
    const { cargo, requests } = serve([server, page]);
    await outcome(list(cargo));
    expect(requests[1]?.at).toBeGreaterThan(expected - 1000);
    expect(requests[1]?.at).toBeLessThanOrEqual(expected);
  });

  test.each(["0", "00", "-1", "soon", "  ", "Wed, 21 Oct 2015 07:28:00 GMT", "", "1e9", "9".repeat(400)])(
    "of %j means the usual pause, not none",
    async (value) => {
      const { cargo, requests } = serve([after(value), page]);
      await outcome(list(cargo));
      expect(requests.map(({ at }) => at)).toEqual([0, 500]);
    },
  );

  test("beyond what is waited for fails at once, and says how long", async () => {
    const { cargo, requests } = serve([after("86400"), page]);
    const error = await outcome(list(cargo));
    expect(error).toMatchObject({ kind: "http", status: 429, retryAfterMs: 86_400_000, attempts: 1, retryable: true });
    expect(error).toMatchObject({
      message: "Cargo answered 429 to list chats: too many requests; it asks to wait 1440 minutes.",
    });
    expect(requests).toHaveLength(1);
    const patient = serve([after("70"), page], { retry: { maxRetryAfterMs: 80_000 } });
    expect(await outcome(list(patient.cargo))).toMatchObject({ attempts: 2 });
  });

  test("beyond the time of the call fails at once", async () => {
    const { cargo, requests } = serve([after("50"), page], { timeout: { totalMs: 40_000 } });
    expect(await outcome(list(cargo))).toMatchObject({ kind: "http", status: 429, retryAfterMs: 50_000 });
    expect(requests).toHaveLength(1);
    // Of the time, 10 s are gone when the second answer comes.
    const late = serve([after("10"), after("30"), page], { timeout: { totalMs: 40_000 } });
    expect(await outcome(list(late.cargo))).toMatchObject({ kind: "http", retryAfterMs: 30_000, attempts: 2 });
    const intime = serve([after("10"), after("29"), page], { timeout: { totalMs: 40_000 } });
    expect(await outcome(list(intime.cargo))).toMatchObject({ attempts: 3 });
  });
});

describe("the budget of a client", () => {
  test("ends retries while nothing succeeds, and comes back with what does", async () => {
    const answers: Respond[] = [];
    const { cargo, requests } = serve([(request, count) => (answers.shift() ?? fail(500))(request, count)], {
      retry: { budget: 5, minDelayMs: 1 },
    });
    const attempts = [];
    for (let calls = 0; calls < 4; calls++) attempts.push(await outcome(list(cargo)));
    expect(attempts.map((error) => (error as { attempts: number }).attempts)).toEqual([4, 3, 1, 1]);
    answers.push(page, page);
    await outcome(list(cargo));
    await outcome(list(cargo));
    expect(await outcome(list(cargo))).toMatchObject({ attempts: 3 });
    expect(requests).toHaveLength(4 + 3 + 1 + 1 + 2 + 3);
  });

  test("is not taken from by a retry that is not made", async () => {
    const asks: Respond = fail(429, { "retry-after": "50" });
    const { cargo } = serve([asks, asks, asks, fail(503), page], {
      retry: { budget: 1 },
      timeout: { totalMs: 10_000 },
    });
    for (let calls = 0; calls < 3; calls++) expect(await outcome(list(cargo))).toMatchObject({ attempts: 1 });
    expect(await outcome(list(cargo))).toMatchObject({ data: { chats: [] }, attempts: 2 });
  });
});

describe("a response that succeeded", () => {
  test("gives its text again", async () => {
    const { cargo } = serve([page]);
    const { response } = await list(cargo);
    expect([response.status, await response.text(), await response.text()]).toEqual([
      200,
      `{"chats":[]}`,
      `{"chats":[]}`,
    ]);
  });
});
