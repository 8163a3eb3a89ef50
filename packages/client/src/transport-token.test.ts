import { describe, expect, test, vi } from "vitest";
import { chat, create, fail, list, outcome, page, type Respond, serve, useOwnTime } from "../test/calls.ts";

useOwnTime();

describe("a token from a function", () => {
  const unauthorised = (request: Request) =>
    request.headers.get("authorization") === "Bearer fresh" ? page() : new Response("", { status: 401 });

  test("is asked for once more where the vendor refuses it, and the call is tried once more", async () => {
    const asked: boolean[] = [];
    const token = ({ isRefused }: { isRefused: boolean }) => {
      asked.push(isRefused);
      return isRefused ? "fresh" : "stale";
    };
    const { cargo, requests } = serve([unauthorised], { token, retry: false });
    expect(await outcome(list(cargo))).toMatchObject({ attempts: 2 });
    expect(requests.map(({ authorization }) => authorization)).toEqual(["Bearer stale", "Bearer fresh"]);
    expect(asked).toEqual([false, true]);
  });

  test("is asked for no more than once more", async () => {
    const { cargo, requests } = serve([fail(401)], { token: async () => "stale" });
    expect(await outcome(list(cargo))).toMatchObject({ kind: "http", status: 401, attempts: 2 });
    expect(requests).toHaveLength(2);
  });

  test("is renewed once for calls that are refused at the same time", async () => {
    let [renewals, open] = [0, (_: string) => {}];
    const token = ({ isRefused }: { isRefused: boolean }) => {
      if (!isRefused) return "stale";
      renewals++;
      return new Promise<string>((resolve) => {
        open = resolve;
      });
    };
    const { cargo, requests } = serve([unauthorised], { token });
    const calls = [list(cargo), list(cargo), list(cargo)];
    await vi.advanceTimersByTimeAsync(0);
    open("fresh");
    await Promise.all(calls);
    expect(renewals).toBe(1);
    expect(requests).toHaveLength(6);
  });

  test("is renewed each time that the vendor refuses it", async () => {
    const fresh = ["first", "second"];
    const answers = [fail(401), page, fail(401), page];
    const { cargo, requests } = serve(answers, { token: ({ isRefused }) => (isRefused && fresh.shift()) || "stale" });
    await outcome(list(cargo));
    expect(await outcome(list(cargo))).toMatchObject({ attempts: 2 });
    const tokens = requests.map(({ authorization }) => authorization);
    expect(tokens).toEqual(["Bearer stale", "Bearer first", "Bearer stale", "Bearer second"]);
  });

  test("that is refused takes none of the retries", async () => {
    const { cargo } = serve([fail(401), fail(500), page], { token: () => "any", retry: { retries: 1 } });
    expect(await outcome(list(cargo))).toMatchObject({ data: { chats: [] }, attempts: 3 });
  });

  test("that writes is tried again too, as the vendor did nothing", async () => {
    const answer: Respond = (request) =>
      unauthorised(request).status === 401 ? new Response("", { status: 401 }) : chat();
    const { cargo } = serve([answer], { token: ({ isRefused }) => (isRefused ? "fresh" : "stale") });
    expect(await outcome(create(cargo))).toEqual({ uuid: "c" });
  });

  test("given as text is not tried twice", async () => {
    const { cargo, requests } = serve([fail(401)]);
    expect(await outcome(list(cargo))).toMatchObject({ status: 401, attempts: 1 });
    expect(requests).toHaveLength(1);
  });
});

describe("a renewal", () => {
  /** A vendor that ends each token with the next one, and a function for it; answers come after so many milliseconds. */
  const rotate = (...afterMs: number[]) => {
    const asked: boolean[] = [];
    let [current, renewals] = ["old", 0];
    const token = async ({ isRefused }: { isRefused: boolean }) => {
      asked.push(isRefused);
      if (isRefused) current = `new-${++renewals}`;
      return current;
    };
    const answer: Respond = async ({ headers }, count) => {
      await new Promise((resolve) => setTimeout(resolve, afterMs[count - 1] ?? 1));
      const isValid = current !== "old" && headers.get("authorization") === `Bearer ${current}`;
      return isValid ? page() : new Response("", { status: 401 });
    };
    return { token, answer, asked };
  };

  test("serves the calls too that are refused when it is over", async () => {
    const { token, answer, asked } = rotate(10, 20, 30, 40);
    const { cargo, requests } = serve([answer], { token, retry: false });
    const calls = Array.from({ length: 4 }, () => list(cargo));
    await vi.advanceTimersByTimeAsync(100);
    expect((await Promise.all(calls)).map(({ attempts }) => attempts)).toEqual([2, 2, 2, 2]);
    expect(asked).toEqual([false, false, false, false, true]);
    expect(requests.slice(4).map(({ authorization }) => authorization)).toEqual(Array(4).fill("Bearer new-1"));
  });

  test("is asked for in the attempt after the refusal, and in no later one", async () => {
    const asked: boolean[] = [];
    const token = ({ isRefused }: { isRefused: boolean }) => `token-${asked.push(isRefused)}`;
    const { cargo } = serve([fail(401), fail(503), fail(503), page], { token });
    expect(await outcome(list(cargo))).toMatchObject({ attempts: 4 });
    expect(asked).toEqual([false, true, false, false]);
  });

  test("that fails gives each call an error of its own, which says that something was sent", async () => {
    const token = async ({ isRefused }: { isRefused: boolean }) => {
      if (isRefused) throw new Error("no vault");
      return "old";
    };
    const { cargo } = serve([fail(401)], { token });
    const [one, other] = await Promise.all([outcome(list(cargo)), outcome(list(cargo))]);
    expect(one).toMatchObject({ kind: "invalid-request", parameter: "token", operation: "listChats", attempts: 1 });
    expect(one).toMatchObject({
      message: "Cargo: the function given as token failed.",
      cause: { message: "no vault" },
    });
    expect(other).toEqual(one);
    expect(other).not.toBe(one);
    const never = serve([page], { token: () => Promise.reject(new Error("no vault")) });
    expect(await outcome(list(never.cargo))).toMatchObject({
      message: "Cargo: the function given as token failed; nothing was sent.",
      operation: "listChats",
      attempts: 0,
    });
  });

  test("that gives no token says so to each call, and serves none", async () => {
    const { answer } = rotate(10, 20);
    const token = ({ isRefused }: { isRefused: boolean }) => (isRefused ? "" : "old");
    const { cargo, requests } = serve([answer], { token });
    const errors = await Promise.all([outcome(list(cargo)), outcome(list(cargo))]);
    for (const error of errors)
      expect(error).toMatchObject({ parameter: "token", attempts: 1, operation: "listChats" });
    expect(requests).toHaveLength(2);
  });

  test("that never comes stops the calls that wait for it, and none that comes later", async () => {
    let isDown = true;
    const token = ({ isRefused }: { isRefused: boolean }) =>
      isRefused && isDown ? new Promise<string>(() => {}) : isDown ? "old" : "new";
    const { cargo } = serve([() => (isDown ? new Response("", { status: 401 }) : page())], {
      token,
      timeout: { totalMs: 1000 },
    });
    expect(await outcome(list(cargo))).toMatchObject({ kind: "timeout", scope: "total", attempts: 1 });
    isDown = false;
    expect(await outcome(list(cargo))).toMatchObject({ attempts: 1 });
  });

  test("that its caller left goes on for those who wait with it", async () => {
    let open = (_: string) => {};
    const token = ({ isRefused }: { isRefused: boolean }) =>
      isRefused
        ? new Promise<string>((resolve) => {
            open = resolve;
          })
        : "old";
    const { cargo } = serve([fail(401), fail(401), page], { token });
    const controller = new AbortController();
    const left = list(cargo, controller.signal).catch((thrown: unknown) => thrown);
    const stayed = list(cargo);
    await vi.advanceTimersByTimeAsync(0);
    controller.abort("left");
    open("new");
    expect(await left).toBe("left");
    expect(await stayed).toMatchObject({ attempts: 2 });
  });

  /** A function whose renewals come when they are let. */
  const lazy = () => {
    const opens: ((token: string) => void)[] = [];
    const token = ({ isRefused }: { isRefused: boolean }) =>
      isRefused ? new Promise<string>((resolve) => opens.push(resolve)) : "old";
    return { token, opens };
  };

  test("is asked for anew where what it gave is refused, to a call too that began while it was asked for", async () => {
    const { token, opens } = lazy();
    const { cargo, requests } = serve([fail(401), fail(401), fail(401), page], { token });
    const first = list(cargo).catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(0);
    const second = list(cargo);
    await vi.advanceTimersByTimeAsync(0);
    opens[0]?.("new");
    await vi.advanceTimersByTimeAsync(0);
    opens[1]?.("newer");
    expect(await first).toMatchObject({ status: 401, attempts: 2 });
    expect(await second).toMatchObject({ attempts: 2 });
    const tokens = requests.map(({ authorization }) => authorization);
    expect(tokens).toEqual(["Bearer old", "Bearer new", "Bearer new", "Bearer newer"]);
  });

  test("that comes after its caller left does not end the wait for another", async () => {
    const { token, opens } = lazy();
    const { cargo, requests } = serve([fail(401), fail(401), page], { token });
    const controller = new AbortController();
    const left = list(cargo, controller.signal).catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(0);
    controller.abort("left");
    const calls = [list(cargo)];
    await vi.advanceTimersByTimeAsync(0);
    opens[0]?.("late");
    await vi.advanceTimersByTimeAsync(0);
    calls.push(list(cargo));
    await vi.advanceTimersByTimeAsync(0);
    opens[1]?.("new");
    expect(await left).toBe("left");
    await Promise.all(calls);
    const tokens = requests.map(({ authorization }) => authorization);
    expect(tokens).toEqual(["Bearer old", "Bearer old", "Bearer new", "Bearer new"]);
  });
});
