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
