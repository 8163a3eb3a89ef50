import { vendor } from "@agent-chats/schema/invent";
import { describe, expect, test } from "vitest";
import { type ClientOptions, checkClientOptions, toBaseUrl } from "./client-options.ts";

const check = (options: object) => checkClientOptions(vendor, { token: "token", ...options } as ClientOptions);

describe("the options of a client", () => {
  test("have the documented defaults", () => {
    expect(check({})).toMatchObject({
      timeout: { attemptMs: 30_000, totalMs: 120_000 },
      retry: { retries: 3, minDelayMs: 500, maxDelayMs: 8_000, maxRetryAfterMs: 60_000, budget: 100 },
      maxBodyBytes: 67_108_864,
    });
  });

  test("can be given in part, and undefined is the same as absent", () => {
    expect(
      check({ timeout: { attemptMs: 5 }, retry: { retries: 0, budget: undefined }, maxBodyBytes: 10 }),
    ).toMatchObject({
      timeout: { attemptMs: 5, totalMs: 120_000 },
      retry: { retries: 0, budget: 100 },
      maxBodyBytes: 10,
    });
    expect(check({ timeout: undefined, retry: undefined, maxBodyBytes: undefined })).toEqual(check({}));
    expect(check({ retry: false }).retry.retries).toBe(0);
    expect(check({ timeout: { totalMs: 2 ** 31 - 1 } }).timeout.totalMs).toBe(2 ** 31 - 1);
    const counts = { retries: 2 ** 31, budget: 2 ** 31, maxRetryAfterMs: Number.POSITIVE_INFINITY };
    expect(check({ retry: counts }).retry).toMatchObject(counts);
    expect(check({ fetch: undefined, observe: undefined, headers: undefined }).headers).toEqual([]);
    expect(check({ timeout: { totalMs: Number.POSITIVE_INFINITY } }).timeout.totalMs).toBe(Number.POSITIVE_INFINITY);
  });

  test.each<[object, string, string]>([
    [{ timeout: { attemptMs: 0 } }, "timeout.attemptMs", "must be a number from 1 to 2147483647, or Infinity, not 0"],
    [{ timeout: { attemptMs: 2 ** 31 } }, "timeout.attemptMs", "to 2147483647, or Infinity, not 2147483648"],
    [{ timeout: { totalMs: Number.NaN } }, "timeout.totalMs", "not NaN"],
    [{ timeout: { totalMs: "10" } }, "timeout.totalMs", "not 10"],
    [{ timeout: 5000 }, "timeout", "timeout must be an object; it has attemptMs, totalMs"],
    [{ timeout: null }, "timeout", "timeout must be an object"],
    [{ timeout: { attempt: 5 } }, "timeout", "there is no timeout.attempt; it has attemptMs, totalMs"],
    [{ retry: { retries: -1 } }, "retry.retries", "must be a number from 0, not -1"],
    [{ retry: { maxRetryAfterMS: 1 } }, "retry", "there is no retry.maxRetryAfterMS; it has retries, minDelayMs"],
    [{ retry: true }, "retry", "retry must be an object"],
    [{ retry: { minDelayMs: 2 ** 31 } }, "retry.minDelayMs", "from 0 to 2147483647, or Infinity, not 2147483648"],
    [{ retry: { maxRetryAfterMs: Number.NaN } }, "retry.maxRetryAfterMs", "not NaN"],
    [{ fetch: "fetch" }, "fetch", "fetch must be a function"],
    [{ fetch: null }, "fetch", "fetch must be a function"],
    [{ observe: 5 }, "observe", "observe must be a function"],
    [{ headers: { "x-tenant": undefined } }, "headers", "a name or a value that HTTP cannot carry"],
    [{ headers: { "x-tenant": null } }, "headers", "a name or a value that HTTP cannot carry"],
    [{ headers: { "x-tenant": "€" } }, "headers", "a name or a value that HTTP cannot carry"],
    [{ maxBodyBytes: 0 }, "maxBodyBytes", "maxBodyBytes must be a number from 1, not 0"],
  ])("are refused by name: %j", (options, parameter, problem) => {
    expect(() => check(options)).toThrow(expect.objectContaining({ kind: "invalid-request", parameter }));
    expect(() => check(options)).toThrow(problem);
  });
});

describe("the base URL", () => {
  test("is the vendor's own, or another, without slashes at its end", () => {
    expect(toBaseUrl(vendor)).toBe("https://api.useinvent.com");
    expect(toBaseUrl(vendor, "http://127.0.0.1:4010/invent//")).toBe("http://127.0.0.1:4010/invent");
  });

  test("is never plain HTTP for the vendor's own host, whatever port", () => {
    for (const url of ["http://api.useinvent.com", "http://API.useinvent.com:8080/x", "http://api.useinvent.com./x"]) {
      expect(() => toBaseUrl(vendor, url)).toThrow("baseUrl must be https for api.useinvent.com");
    }
  });

  test.each(["?", "?a=1", "#", "#a"])("ends with its path, and not with %j", (end) => {
    expect(() => toBaseUrl(vendor, `https://api.example/v1${end}`)).toThrow("without query, hash and user");
  });

  test.each(["user", "user:word", ":word"])("names no user such as %j", (user) => {
    expect(() => toBaseUrl(vendor, `https://${user}@api.example/v1`)).toThrow("without query, hash and user");
  });
});
