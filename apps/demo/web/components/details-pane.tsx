import { type KeyboardEvent, useEffect, useRef } from "react";
import { toLine } from "../format/words.ts";
import type { Row } from "../model/row.ts";
import { Facts } from "./facts.tsx";
import { CloseIcon } from "./icons.tsx";
import { Notes } from "./notes.tsx";
import { RawJson } from "./raw-json.tsx";
import { ShownTurn } from "./shown-turn.tsx";
import { ShownValue } from "./shown-value.tsx";
import { Transcript } from "./transcript.tsx";

interface DetailsPaneProps {
  readonly row: Row;
  onClose(): void;
  onFilter(name: string, value: string): void;
}

/** One chat: what is known, what was said, how it arrived. Escape closes it; the focus goes back to its row. */
export function DetailsPane({ row, onClose, onFilter }: DetailsPaneProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const close = () => {
    onClose();
    // After the list can take the focus again: in a narrow window it is inert while the pane is open.
    requestAnimationFrame(() => findTitle(row.id)?.focus());
  };
  const closeOnEscape = (event: KeyboardEvent) => event.key === "Escape" && close();
  return (
    <aside className="pane" aria-label="Chat details" onKeyDown={closeOnEscape}>
      <header className="pane-head">
        <div className="pane-line">
          <ShownValue value={row.state} />
          <button type="button" className="button icon-button" aria-label="Close details" onClick={close}>
            <CloseIcon />
          </button>
        </div>
        <h2 ref={heading} tabIndex={-1} dir="auto">
          {toLine(row.title) || "Untitled chat"}
        </h2>
      </header>
      <div className="pane-body">
        <Notes notes={row.notes} />
        <Facts facts={row.facts} onFilter={onFilter} />
        {row.latest && (
          <section className="block">
            <h3>Latest message</h3>
            <ol className="turns">
              <ShownTurn turn={row.latest} />
            </ol>
          </section>
        )}
        {row.readTurns && <Transcript read={row.readTurns} />}
        <RawJson value={row.raw} />
      </div>
    </aside>
  );
}

function findTitle(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.row[data-id="${CSS.escape(id)}"] .title`);
}
