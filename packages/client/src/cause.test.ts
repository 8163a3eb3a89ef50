import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { codeOf, toCause } from "./cause.ts";

const secret = "planted-token";

describe("a cause", () => {
  test("keeps name, message, code, stack and its own cause", () => {
    const inner = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" });
    const thrown = new TypeError("fetch failed", { cause: inner });
    const cause = toCause(thrown, [secret]);
    expect(cause).toMatchObject({ name: "TypeError", message: "fetch failed" });
    expect(cause.cause).toMatchObject({ message: "connect ECONNREFUSED 127.0.0.1:1", code: "ECONNREFUSED" });
    expect(cause.stack).toBe(thrown.stack);
  });

  test("without a stack has its name and message in that place", () => {
    const thrown = new TypeError("fetch failed");
    thrown.stack = undefined as never;
    expect(toCause(thrown, []).stack).toBe("TypeError: fetch failed");
  });

  test("keeps nothing else of what was thrown: requests, headers and configurations are often in it", () => {
    const thrown = Object.assign(new Error("failed"), {
      config: { headers: { authorization: secret } },
      request: secret,
    });
    expect(inspect(toCause(thrown, []), { depth: 9, showHidden: true })).not.toContain(secret);
  });

  test("has no secret in any text, however deep", () => {
    const inner = new Error(`header Bearer ${secret} is not valid`);
    inner.name = `Error-${secret}`;
    const thrown = new Error(`could not send ${secret}${secret}`, { cause: inner });
    expect(inspect(toCause(thrown, ["", secret]), { depth: 9, showHidden: true })).not.toContain(secret);
  });

  test("has none that begins with another, or that is written in other capitals", () => {
    const thrown = new Error("header session=planted; csrf=forgery is not valid for https://PLANTED.example");
    const { message } = toCause(thrown, ["planted", "session=planted; csrf=forgery", "(planted"]);
    expect(message).toBe("header [redacted] is not valid for https://[redacted].example");
  });

  test("keeps what is in any text: values of less than six characters tell nothing", () => {
    const thrown = new Error("connect ECONNREFUSED 127.0.0.1:4010");
    expect(toCause(thrown, ["1", "0.0.1"]).message).toBe(thrown.message);
    expect(toCause(thrown, ["27.0.0"]).message).toBe("connect ECONNREFUSED 1[redacted].1:4010");
  });

  test("has no query of an address with brackets in it", () => {
    const thrown = new Error("GET https://api.example/list?name=Q4%20(draft)%20planted failed");
    expect(toCause(thrown, []).message).toBe("GET https://api.example/list?[redacted] failed");
  });

  test("has no query of an address, whatever stands in it", () => {
    const thrown = new Error(`GET https://api.example/v1/list?name=planted&x=1#planted failed at file.ts:1:2`);
    expect(toCause(thrown, []).message).toBe("GET https://api.example/v1/list?[redacted] failed at file.ts:1:2");
  });

  test("of something that is no error tells its type alone", () => {
    for (const thrown of [secret, { secret }, null, undefined, 7]) {
      expect(toCause(thrown, []).message).toBe(`What was thrown is no Error, but of type ${typeof thrown}.`);
    }
  });

  test("ends, also where causes go in a circle", () => {
    const thrown = new Error("a");
    thrown.cause = new Error("b", { cause: thrown });
    let depth = 0;
    for (let at: Error | undefined = toCause(thrown, []); at; at = at.cause as Error | undefined) depth++;
    expect(depth).toBe(6);
    expect(codeOf(thrown)).toBeUndefined();
  });
});

describe("the code", () => {
  test("is that of the nearest cause that has one, and looks like one, among those that are kept", () => {
    const wrap = (...codes: unknown[]) => codes.reduceRight<unknown>((cause, code) => ({ code, cause }), undefined);
    expect(codeOf(wrap(undefined, "ECONNRESET"))).toBe("ECONNRESET");
    expect(codeOf(wrap("UND_ERR_SOCKET", "ECONNRESET"))).toBe("UND_ERR_SOCKET");
    expect(codeOf(wrap("not a code", 7, "EPIPE"))).toBe("EPIPE");
    expect(codeOf(wrap(...Array(5), "EPIPE"))).toBe("EPIPE");
    expect(codeOf(wrap(...Array(6), "EPIPE"))).toBeUndefined();
    for (const none of [wrap("planted secret"), "ECONNRESET", null, undefined, {}])
      expect(codeOf(none)).toBeUndefined();
  });
});
