import { lazy, Suspense, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import type { DemoInfo } from "../../server/info.ts";
import { shown } from "../inspector/inspector-state.ts";
import { InspectorToggle, useInspectorShown } from "../inspector/inspector-toggle.tsx";
import { createSwitch } from "../inspector/switch.ts";
import { type FilterValues, textOf } from "../model/filters.ts";
import type { Pages } from "../model/pages.ts";
import type { Row } from "../model/row.ts";
import type { ChatView } from "../model/view.ts";
import { CopyMenu } from "./copy-menu.tsx";

// Both are wanted by few, and later: the list does not wait for them.
const ExportDialog = lazy(async () => ({ default: (await import("./export-dialog.tsx")).ExportDialog }));
const Inspector = lazy(async () => ({ default: (await import("../inspector/inspector.tsx")).Inspector }));

const exporting = createSwitch();

/** Opens the export of what is shown; for a key. */
export function openExport(): void {
  exporting.set(true);
}

interface PageToolsProps {
  readonly info: DemoInfo;
  readonly view: ChatView;
  readonly values: FilterValues;
  readonly pages: Pages<Row>;
}

/** What can be done with all that is listed: copy it as, export it, look at the requests that it takes. */
export function PageTools({ info, view, values, pages }: PageToolsProps) {
  const isExporting = useSyncExternalStore(exporting.subscribe, exporting.read);
  const isInspecting = useInspectorShown();
  const receipt = pages.report?.receipt;
  return (
    <>
      <CopyMenu info={info} view={view} values={values} />
      <button type="button" className="button" aria-label="Export" title="e" onClick={openExport}>
        <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M8 2.75v7m0 0 2.75-2.75M8 9.75 5.25 7M3 11.25v1a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-1" />
        </svg>
        <span className="tool-word">Export</span>
      </button>
      <InspectorToggle />
      <Suspense fallback={null}>
        {isExporting && <ExportDialog info={info} view={view} values={values} onClose={() => exporting.set(false)} />}
        {isInspecting &&
          // Out of the list's own boxes, which would hold what is fixed to the window.
          createPortal(
            <Inspector
              info={info}
              vendor={view.id === "all" ? undefined : view.id}
              agentId={textOf(values, "agentId")}
              account={receipt && { receipt, rows: pages.items.length }}
              onClose={() => shown.set(false)}
            />,
            document.body,
          )}
      </Suspense>
    </>
  );
}
