import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from "react";
import type { ValueTerm } from "../../model/row.ts";
import { PlainText } from "../plain-text.tsx";

/** What was clicked. */
export interface ShownMenu {
  readonly anchor: HTMLElement;
  readonly term: ValueTerm;
  readonly label: string;
}

interface ValueMenuProps extends ShownMenu {
  readonly canExclude: boolean;
  onNarrow(term: ValueTerm, isNot: boolean): void;
  onClose(): void;
}

/** What can be done with a value: only chats with it, none with it, or copying it. Escape and leaving close it. */
export function ValueMenu({ anchor, term, label, canExclude, onNarrow, onClose }: ValueMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus({ preventScroll: true });
    const leave = ({ target }: Event) => {
      if (!(target instanceof Node && menu.current?.contains(target))) close.current();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("scroll", leave, true);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("scroll", leave, true);
    };
  }, []);
  const back = () => {
    onClose();
    anchor.focus();
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
    if (event.key === "Escape" || event.key === "Tab") back();
    else if (step === undefined) return;
    else items[(items.indexOf(document.activeElement as HTMLElement) + step + items.length) % items.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  const act = (action: () => void) => () => {
    back();
    action();
  };
  return (
    <div
      ref={menu}
      className="menu"
      role="menu"
      aria-label={label}
      style={placeBelow(anchor)}
      onKeyDown={press}
      tabIndex={-1}
    >
      <button type="button" role="menuitem" tabIndex={-1} onClick={act(() => onNarrow(term, false))}>
        Only <PlainText text={label} />
      </button>
      {canExclude && (
        <button type="button" role="menuitem" tabIndex={-1} onClick={act(() => onNarrow(term, true))}>
          Not <PlainText text={label} />
        </button>
      )}
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        onClick={act(() => void navigator.clipboard.writeText(term.value))}
      >
        Copy value
      </button>
    </div>
  );
}

/** Below what was clicked, or above where there is no room. */
function placeBelow(anchor: HTMLElement): CSSProperties {
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const x = Math.max(8, Math.min(left, window.innerWidth - 208));
  return bottom + 140 > window.innerHeight
    ? { left: x, bottom: window.innerHeight - top + 4 }
    : { left: x, top: bottom + 4 };
}
