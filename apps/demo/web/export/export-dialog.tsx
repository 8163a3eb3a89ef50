import { useState } from "react";
import type { DemoInfo } from "../../server/info.ts";
import { Dialog } from "../components/dialogs/dialog.tsx";
import type { FilterValues } from "../model/filters.ts";
import type { ChatView } from "../model/view.ts";
import { createSource } from "./create-source.ts";
import { ExportResult } from "./export-result.tsx";
import { type FormatName, formats } from "./formats.ts";
import { ProgressLine } from "./progress-line.tsx";
import { useExport } from "./use-export.ts";
import "./export.css";

interface ExportDialogProps {
  readonly info: DemoInfo;
  readonly view: ChatView;
  readonly values: FilterValues;
  onClose(): void;
}

/** Exports what the list shows: all of it, loaded or not, with the same filters. */
export function ExportDialog({ info, view, values, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<FormatName>("csv");
  const { state, start, cancel, saveManifest } = useExport();
  const close = () => {
    cancel();
    onClose();
  };
  const isRunning = state.kind === "running";
  return (
    <Dialog title={`Export ${view.id === "all" ? "all chats" : `chats of ${view.title}`}`} onClose={close}>
      <div className="export">
        <p className="export-what">{describe(view, values)}</p>
        <fieldset className="formats" aria-label="Format" disabled={isRunning}>
          {(Object.keys(formats) as FormatName[]).map((name) => (
            <label key={name} className="format">
              <input type="radio" name="format" checked={format === name} onChange={() => setFormat(name)} />
              <span>
                <strong>{formats[name].label}</strong>
                <span className="format-hint">{formats[name].hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {isRunning && <ProgressLine progress={state.progress} />}
        {state.kind === "failed" && (
          <p className="form-error" role="alert">
            {state.problem}
          </p>
        )}
        {state.kind === "done" && <ExportResult manifest={state.manifest} onSave={saveManifest} />}
        <footer className="form-end">
          {isRunning ? (
            <button type="button" className="button" onClick={cancel}>
              Cancel
            </button>
          ) : (
            <>
              <button type="button" className="button" onClick={close}>
                {state.kind === "done" ? "Done" : "Close"}
              </button>
              <button
                type="button"
                className="button primary"
                onClick={() => start(createSource(location.origin, info, view, values), format)}
              >
                {state.kind === "done" ? "Export again" : "Export"}
              </button>
            </>
          )}
        </footer>
      </div>
    </Dialog>
  );
}

function describe(view: ChatView, values: FilterValues): string {
  const filters = view.filters.filter(({ name }) => (values[name]?.length ?? 0) > 0);
  if (filters.length === 0) return "Every chat of the list, loaded or not.";
  const words = filters.map((field) => {
    const options = "options" in field ? field.options : {};
    return `${field.label}: ${values[field.name]?.map((value) => (Object.hasOwn(options, value) ? options[value] : value)).join(", ")}`;
  });
  return `Every chat that satisfies the filters, loaded or not. ${words.join("; ")}.`;
}
