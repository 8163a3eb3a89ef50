import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { ChevronIcon } from "../icons.tsx";

interface PanelProps {
  readonly label: string;
  /** What is chosen, in a few words; undefined where nothing is. */
  readonly summary: string | undefined;
  /** What stands there instead. Default: Any. */
  readonly none?: string;
  /** Made only while it is open, where it is a function. */
  readonly children: ReactNode | (() => ReactNode);
}

/** A button that says what is chosen, and a panel below it to choose in. Escape and leaving close it. */
export function Panel({ label, summary, none = "Any", children }: PanelProps) {
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  const closeOnLeave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    <fieldset className="panel-anchor" aria-label={label} onKeyDown={closeOnEscape} onBlur={closeOnLeave} tabIndex={-1}>
      <button
        ref={button}
        type="button"
        className="control"
        data-active={summary !== undefined}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="control-label">{label}</span>
        <span className="control-value">{summary ?? none}</span>
        <ChevronIcon />
      </button>
      {isOpen && (
        <div className="panel" id={panelId}>
          {typeof children === "function" ? children() : children}
        </div>
      )}
    </fieldset>
  );
}
