import { type FormatName, formats } from "./formats.ts";
import { isComplete, type Manifest } from "./manifest.ts";
import { createSha256 } from "./sha256.ts";
import type { Sink } from "./sink.ts";
import type { ExportSource } from "./source.ts";

/** How far an export is. */
export interface Progress {
  readonly rows: number;
  readonly bytes: number;
  /** Number of all rows, where the vendor says it. */
  readonly total: number | undefined;
}

/** What an export needs. */
export interface ExportOptions<Item> {
  readonly source: ExportSource<Item>;
  readonly format: FormatName;
  /** Name of the file. */
  readonly file: string;
  readonly sink: Sink;
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
  /** The time. Default: the real one. */
  readonly now?: () => Date;
}

/** Characters that are written at a time. */
const batch = 64 * 1024;

/**
 * Walks the source and writes it into the sink, a batch at a time, so that the file is never in memory as a whole. Returns
 * the manifest. Where it fails or is aborted, the sink is aborted too, and it rejects.
 */
export async function runExport<Item>(options: ExportOptions<Item>): Promise<Manifest> {
  const { source, format, file, sink, signal, onProgress, now = () => new Date() } = options;
  const startedAt = now().toISOString();
  const writer = createWriter(sink);
  let rows = 0;
  try {
    const walk = source.open(signal);
    writer.add(formats[format].head(source));
    for await (const item of walk) {
      writer.add(formats[format].line(source, item));
      rows++;
      if (!writer.isDue) continue;
      signal.throwIfAborted();
      await writer.flush();
      onProgress({ rows, bytes: writer.bytes, total: walk.total?.() });
    }
    signal.throwIfAborted();
    await writer.flush();
    signal.throwIfAborted();
    onProgress({ rows, bytes: writer.bytes, total: walk.total?.() });
    await sink.close();
    const walks = walk.receipts();
    const { bytes, sha256 } = writer.end();
    const what = { ...source.query, file, format, startedAt, endedAt: now().toISOString() };
    return { ...what, rows, bytes, sha256, complete: isComplete(walks), walks, leftOut: walk.leftOut() };
  } catch (error) {
    await sink.abort().catch(() => {});
    throw error;
  }
}

function createWriter(sink: Sink) {
  const encoder = new TextEncoder();
  const hash = createSha256();
  let [pending, bytes] = ["", 0];
  return {
    get isDue() {
      return pending.length >= batch;
    },
    get bytes() {
      return bytes;
    },
    add(text: string) {
      pending += text;
    },
    async flush() {
      const piece = encoder.encode(pending);
      pending = "";
      bytes += piece.byteLength;
      hash.update(piece);
      await sink.write(piece);
    },
    end: () => ({ bytes, sha256: hash.digest() }),
  };
}
