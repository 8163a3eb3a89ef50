import { type FocusEvent, type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from "react";
import { CopyIcon } from "../components/icons.tsx";
import type { Shown } from "./snippet.ts";
import "./copy-menu.css";

const CopyPanel = lazy(async () => ({ default: (await import("./copy-panel.tsx")).CopyPanel }));

/** Copies what is shown as a link, as a program, or as a line of shell. */
export function CopyMenu(shown: Shown) {
  const [isOpen, setOpen] = useState(false);
  const menuId = useId();
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
    <fieldset className="copy-menu" aria-label="Copy as" onKeyDown={closeOnEscape} onBlur={closeOnLeave} tabIndex={-1}>
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-controls={menuId}
        onClick={() => setOpen(!isOpen)}
      >
        <CopyIcon />
        <span className="tool-word">Copy as</span>
      </button>
      {isOpen && (
        <div className="panel copy-panel" id={menuId}>
          <Suspense>
            <CopyPanel {...shown} />
          </Suspense>
        </div>
      )}
    </fieldset>
  );
}
