import { type KeyboardEvent, useEffect, useRef } from "react";
import { toLine } from "../format/words.ts";
import type { Row } from "../model/row.ts";
import { MappingTable } from "./details/mapping-table.tsx";
import { Facts } from "./facts.tsx";
import { ArrowIcon, CloseIcon } from "./icons.tsx";
import { Notes } from "./notes.tsx";
import { PlainText } from "./plain-text.tsx";
import { RawJson } from "./raw-json.tsx";
import { ShownTurn } from "./shown-turn.tsx";
import { ShownValue } from "./shown-value.tsx";
import { findTitle } from "./table/move.ts";
import { Transcript } from "./transcript.tsx";

interface DetailsPaneProps {
  readonly row: Row;
  /** Its place among the loaded chats, from 1, and their number. */
  readonly place: number;
  readonly count: number;
  /** Covers the list, which cannot be reached meanwhile: it is the main thing then. */
  readonly isAlone: boolean;
  /** Opens the chat so many rows further on. */
  onStep(step: number): void;
  onClose(): void;
  onFilter(name: string, value: string): void;
}

/** One chat: what is known, what was said, how it arrived. Escape closes it; the focus goes back to its row. */
export function DetailsPane({ row, place, count, isAlone, onStep, onClose, onFilter }: DetailsPaneProps) {
  const Frame = isAlone ? "main" : "aside";
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const close = () => {
    onClose();
    // After the list can take the focus again: in a narrow window it is inert while the pane is open.
    requestAnimationFrame(() => findTitle(row.id)?.focus({ preventScroll: true }));
  };
  const closeOnEscape = (event: KeyboardEvent) => event.key === "Escape" && !event.defaultPrevented && close();
  return (
    <Frame className="pane" aria-label="Chat details" onKeyDown={closeOnEscape}>
      {isAlone && <h1 className="visually-hidden">Chat details</h1>}
      <header className="pane-head">
        <div className="pane-line">
          <ShownValue value={{ ...row.state, term: undefined }} />
          <span className="pane-tools">
            <span className="pane-place">
              {place.toLocaleString("en")} of {count.toLocaleString("en")}
            </span>
            <StepButton label="Previous chat" direction="up" isOff={place <= 1} onPress={() => onStep(-1)} />
            <StepButton label="Next chat" direction="down" isOff={place >= count} onPress={() => onStep(1)} />
            <button type="button" className="button icon-button" aria-label="Close details" onClick={close}>
              <CloseIcon />
            </button>
          </span>
        </div>
        <h2 ref={heading} tabIndex={-1} dir="auto">
          <PlainText text={toLine(row.title).slice(0, 2000) || "Untitled chat"} />
        </h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="pane-body" aria-label="Contents of the chat" tabIndex={0}>
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
        <MappingTable vendor={row.vendor} />
        <RawJson value={row.raw} />
      </section>
    </Frame>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly direction: "up" | "down";
  readonly isOff: boolean;
  onPress(): void;
}

/** Stays where it is and keeps the focus at either end of the list. */
function StepButton({ label, direction, isOff, onPress }: StepButtonProps) {
  return (
    <button
      type="button"
      className="button icon-button"
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => isOff || onPress()}
    >
      <ArrowIcon direction={direction} />
    </button>
  );
}
