import { useEffect, useRef, useState } from "react";
import { type FormatName, formats } from "./formats.ts";
import type { Manifest } from "./manifest.ts";
import { type Progress, runExport } from "./run-export.ts";
import { openSink, saveBlob } from "./sink.ts";
import type { ExportSource } from "./source.ts";

/** How an export stands. */
export type ExportState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly progress: Progress }
  | { readonly kind: "done"; readonly manifest: Manifest }
  | { readonly kind: "failed"; readonly problem: string };

/** Runs exports, one at a time, and saves the manifest of each beside its file. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: "idle" });
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const start = async (source: ExportSource<never>, format: FormatName) => {
    const own = new AbortController();
    controller.current = own;
    const show = (next: ExportState) => own === controller.current && !own.signal.aborted && setState(next);
    const file = `${source.name}-${toStamp(new Date())}.${format}`;
    try {
      const sink = await openSink(file, formats[format].mediaType);
      if (!sink) return;
      show({ kind: "running", progress: { rows: 0, bytes: 0, total: undefined } });
      const onProgress = (progress: Progress) => show({ kind: "running", progress });
      const manifest = await runExport({ source, format, file, sink, signal: own.signal, onProgress });
      save(manifest);
      show({ kind: "done", manifest });
    } catch (error) {
      show({ kind: "failed", problem: error instanceof Error ? error.message : String(error) });
    }
  };
  return {
    state,
    start: (source: ExportSource<never>, format: FormatName) => void start(source, format),
    cancel() {
      controller.current?.abort();
      setState({ kind: "idle" });
    },
    saveManifest: () => state.kind === "done" && save(state.manifest),
  };
}

function save(manifest: Manifest): void {
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  saveBlob(`${manifest.file}.manifest.json`, new Blob([text], { type: "application/json" }));
}

/** The time in a name of a file: `2026-11-25-0420`. */
function toStamp(date: Date): string {
  return date.toISOString().slice(0, 16).replace("T", "-").replace(":", "");
}
