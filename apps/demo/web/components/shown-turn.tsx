import { toLine } from "../format/words.ts";
import type { Turn } from "../model/row.ts";
import { ShownPart } from "./parts/shown-part.tsx";
import { PlainText } from "./plain-text.tsx";
import { ShownTime, ShownValue } from "./shown-value.tsx";

/** One message. */
export function ShownTurn({ turn }: { turn: Turn }) {
  return (
    <li className="turn" data-agent={turn.isAgent}>
      <header className="turn-head">
        <span className="turn-author">
          <PlainText text={toLine(turn.author)} />
        </span>
        <ShownTime at={turn.at} />
        {turn.state && <ShownValue value={turn.state} />}
      </header>
      {turn.parts.map((part, index) => (
        <ShownPart key={index} part={part} />
      ))}
      {turn.error && (
        <p className="part-error">
          <PlainText text={toLine(turn.error)} />
        </p>
      )}
    </li>
  );
}
