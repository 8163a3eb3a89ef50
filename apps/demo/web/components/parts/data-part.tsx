import { toJson } from "../../format/words.ts";
import type { Part } from "../../model/row.ts";
import { LongText, Pre } from "../plain-text.tsx";

/** A part as data: its type and everything it holds. */
export function DataPart({ part }: { part: Part }) {
  const { type, ...members } = part;
  return (
    <details className="part" data-part={type}>
      <summary>
        <span className="part-kind">Data</span>
        <code className="part-name">{String(type).replace(/^data-/, "")}</code>
      </summary>
      <LongText text={toJson(members)} render={(shown) => <Pre text={shown} />} />
    </details>
  );
}
