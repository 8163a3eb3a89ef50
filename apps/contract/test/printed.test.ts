import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { collectOutput } from "../src/output.ts";
import { createPrinted, isOfMark } from "../src/printed.ts";
import { stopProcess } from "../src/stop-process.ts";

/** Answers at once, and prints a tenth of a second later: what Prism may do, and seldom does. */
const lateProgram = `
require("node:http").createServer((request, response) => {
  response.end();
  setTimeout(() => console.log("get " + request.url + " Request terminated"), 100);
}).listen(0, "127.0.0.1", function () { console.log("http://127.0.0.1:" + this.address().port); });
`;

test("what is printed later than it is answered is waited for, each time", async () => {
  const child = spawn(process.execPath, ["-e", lateProgram], { stdio: ["pipe", "pipe", "pipe"] });
  try {
    const output = collectOutput(child, "the program");
    const printAll = createPrinted(output);
    const url = await output.until((line) => line.startsWith("http:"));
    output.take();
    for (const round of [1, 2]) {
      await fetch(`${url}/asked/${round}`);
      await printAll(url);
      const lines = output.take();
      expect(lines.filter((line) => !isOfMark(line))).toEqual([`get /asked/${round} Request terminated`]);
      expect(lines.filter(isOfMark)).toHaveLength(1);
    }
  } finally {
    await stopProcess(child);
  }
});
