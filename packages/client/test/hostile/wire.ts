import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { collect } from "../collect.ts";
import type { Answer, Body } from "./behaviour.ts";
import { credentials } from "./secrets.ts";

const chunkBytes = 64 * 1024;
const spaces = Buffer.alloc(chunkBytes, " ");

/** Sends an answer. `valid` is the text of the operation's own; headers come with their placeholders filled. */
export async function send(answer: Answer, response: ServerResponse, valid: string): Promise<void> {
  const socket = response.socket as Socket;
  const { status = 200, headers = { "content-type": "application/json" }, body = "valid", pace = "whole" } = answer;
  if (answer.instead === "silence") return;
  if (answer.instead === "reset") return void socket.resetAndDestroy();
  if (answer.instead === "no HTTP") return void socket.end(`${JSON.stringify(credentials)}\r\n\r\n`);
  if (pace === "whole") {
    response.writeHead(status, { ...headers, ...toFlood(answer.flood) });
    await pipeline(Readable.from(toChunks(body, valid)), response).catch(() => {});
    return;
  }
  const whole = Buffer.concat(await collect(toChunks(body, valid)));
  const half = whole.subarray(0, Math.ceil(whole.length / 2));
  const isChunked = pace === "endless" || pace === "broken chunks";
  const framing = isChunked ? "transfer-encoding: chunked" : `content-length: ${whole.length}`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write([`HTTP/1.1 ${status} Hostile`, ...lines, framing, "connection: close", "", ""].join("\r\n"));
  if (pace === "stall") socket.write(half);
  if (pace === "cut") socket.end(half);
  if (pace === "reset") socket.write(half, () => void setTimeout(() => socket.resetAndDestroy(), 20));
  if (pace === "dribble") every(40, socket, (turn) => socket.write(whole.subarray(turn, turn + 1)));
  if (pace === "endless") every(5, socket, () => socket.write(toChunk(spaces)));
  if (pace === "broken chunks") socket.end(Buffer.concat([toChunk(half), whole]));
}

/** Does something again and again, for as long as the other side is there and keeps up. */
function every(ms: number, socket: Socket, act: (turn: number) => void): void {
  let turn = 0;
  const timer = setInterval(() => {
    if (!socket.writableNeedDrain) act(turn++);
  }, ms);
  socket.once("close", () => clearInterval(timer));
}

function toChunk(data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from("\r\n")]);
}

/** Headers of so many bytes together. A server may send a name as often as it likes. */
function toFlood(bytes = 0): Record<string, string[]> {
  const value = `${credentials.url}${"x".repeat(900)}`;
  return bytes === 0 ? {} : { "x-flood": Array.from({ length: Math.ceil(bytes / value.length) }, () => value) };
}

async function* toChunks(body: Body, valid: string): AsyncGenerator<Buffer> {
  if (body === "empty") return;
  if (body === "valid") yield Buffer.from(valid);
  else if ("text" in body) yield Buffer.from(body.text);
  else if ("bytes" in body) yield Buffer.from(body.bytes);
  else if ("compressedSpaces" in body) yield await compress(body.compressedSpaces, valid);
  else {
    for (let left = body.spaces; left > 0; left -= chunkBytes) yield spaces.subarray(0, Math.min(left, chunkBytes));
    yield Buffer.from(valid);
  }
}

/** To compress 65 MiB takes a while, so it is done once, and beside everything else. */
function compress(count: number, valid: string): Promise<Buffer> {
  const key = `${count} ${valid}`;
  const body =
    compressed.get(key) ?? compressInBackground(Buffer.concat([Buffer.alloc(count, " "), Buffer.from(valid)]));
  compressed.set(key, body);
  return body;
}

const compressed = new Map<string, Promise<Buffer>>();
const compressInBackground = promisify<Buffer, Buffer>(gzip);
