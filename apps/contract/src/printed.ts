import type { Output } from "./output.ts";

/**
 * Makes what waits until a Prism has printed all that it has to say of the requests that it has answered. It prints later
 * than it answers: a request to nowhere is a mark in its output, and behind it, all is printed.
 */
export function createPrinted(output: Pick<Output, "until">): (url: string) => Promise<void> {
  let marks = 0;
  return async (url) => {
    const mark = `get ${path}${++marks} `;
    await fetch(`${url}${path}${marks}`);
    await output.until((line) => line.includes(mark) && line.includes("Request terminated"));
  };
}

/** Whether a line tells of such a request. */
export function isOfMark(line: string): boolean {
  return line.includes(`get ${path}`);
}

const path = "/contract-mark/";
