import { expect, test } from "vitest";
import { withoutNetworkFaults } from "./network-fault.ts";

/** Something that fails with these messages, one after the other, and then is well. */
function failing(...messages: readonly string[]) {
  const left = [...messages];
  const run = async () => {
    const message = left.shift();
    if (message !== undefined) throw new Error(message);
    return "4.18.1";
  };
  return { run, left };
}

test("a connection that failed is tried again, and the transcript says so", async () => {
  const { run } = failing("YN0001: Error [ERR_SOCKET_CLOSED_BEFORE_CONNECTION]: Socket closed");
  expect(await withoutNetworkFaults(run)).toBe("4.18.1, at try 2: connections failed before");
});

test("what never failed is told as it is", async () => {
  expect(await withoutNetworkFaults(failing().run)).toBe("4.18.1");
});

test("another failure is not tried again", async () => {
  const { run, left } = failing("no such package", "again");
  await expect(withoutNetworkFaults(run)).rejects.toThrow("no such package");
  expect(left).toEqual(["again"]);
});

test("a connection that fails three times is a failure", async () => {
  const { run, left } = failing("ECONNRESET", "ECONNRESET", "ETIMEDOUT", "again");
  await expect(withoutNetworkFaults(run)).rejects.toThrow("ETIMEDOUT");
  expect(left).toEqual(["again"]);
});
