import type { IncomingMessage, ServerResponse } from "node:http";
import { type Asked, Refusal } from "./answer.ts";
import { findForeignWrite } from "./security.ts";

/** Most bytes of a body. A new chat is a few hundred. */
const maximumBytes = 64 * 1024;

/** A request of Node's, as the parts of the server see it. */
export function toAsked(request: IncomingMessage, response: ServerResponse): Asked {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return {
    method: request.method ?? "GET",
    url: new URL(request.url ?? "/", "http://demo.invalid"),
    contentType: request.headers["content-type"],
    foreignWrite: findForeignWrite(request.headers),
    readBody: () => readText(request),
    signal: controller.signal,
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) throw new Refusal(413, `The body is larger than ${maximumBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
