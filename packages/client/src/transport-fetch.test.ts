import { describe, expect, test } from "vitest";
import { create, list, outcome, page, serve, useOwnTime } from "../test/calls.ts";

useOwnTime();

describe("a function given as fetch", () => {
  test("is called as no method, which the fetch of a browser refuses", async () => {
    const callers: unknown[] = [];
    async function given(this: unknown) {
      callers.push(this);
      return page();
    }
    await outcome(list(serve([], { fetch: given }).cargo));
    expect(callers).toEqual([undefined]);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["another library's answer", { statusCode: 200, data: {} }],
  ])("that gives %s is named, and the error says that something was sent", async (_, given) => {
    const { cargo } = serve([() => given as Response]);
    expect(await outcome(create(cargo))).toMatchObject({
      kind: "invalid-request",
      parameter: "fetch",
      operation: "createChat",
      attempts: 1,
      message: "Cargo: the function given as fetch gave no Response.",
    });
  });

  test("that gives a network error, as service workers do, has failed to connect", async () => {
    const { cargo } = serve([() => Response.error(), page]);
    expect(await outcome(list(cargo))).toMatchObject({ attempts: 2 });
    const error = await outcome(list(serve([() => Response.error()], { retry: false }).cargo));
    expect(error).toMatchObject({ kind: "connection", message: "Cargo could not be reached to list chats." });
  });
});
