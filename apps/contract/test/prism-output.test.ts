import { expect, test } from "vitest";
import { complaintsIn } from "../src/complaints.ts";
import { startPrism } from "../src/prism.ts";
import { readSpec } from "../src/specs.ts";

const agentId = "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11";
/** Requests at once: what Prism prints of them is not all there when the last is answered. */
const requests = 60;

test("what Prism prints of a request is read with that request, and not later", async () => {
  const prism = await startPrism(readSpec("cotool").file);
  try {
    await prism.takeOutput();
    const ask = async () => (await fetch(`${prism.url}/api/agents/${agentId}/chats?limit=101`)).text();
    const take = async () => complaintsIn(await prism.takeOutput()).filter((line) => line.includes("limit must be"));
    await ask();
    const { length } = await take();
    expect(length).toBeGreaterThan(0);
    for (let round = 0; round < 3; round++) {
      await Promise.all(Array.from({ length: requests }, ask));
      expect(await take()).toHaveLength(length * requests);
    }
    expect(await prism.takeOutput()).toEqual([]);
  } finally {
    await prism.stop();
  }
});
