import { useSyncExternalStore } from "react";
import { shown } from "./inspector-state.ts";

/** Whether the inspector is shown. */
export function useInspectorShown(): boolean {
  return useSyncExternalStore(shown.subscribe, shown.read);
}

/** The button that shows and hides the inspector. */
export function InspectorToggle() {
  const isOpen = useInspectorShown();
  return (
    <button
      type="button"
      className="button quiet inspector-toggle"
      aria-pressed={isOpen}
      title="Every request that the page makes"
      onClick={() => shown.set(!isOpen)}
    >
      <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M2.5 4.25h5M5.5 8h5M8.5 11.75h5" />
      </svg>
      <span className="tool-word">Inspector</span>
    </button>
  );
}
