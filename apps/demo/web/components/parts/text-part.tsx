import type { Part } from "../../model/row.ts";
import { LongText, PlainText } from "../plain-text.tsx";
import { toText } from "./members.ts";

/** What was said, as text: markup in it stays as it was written. */
export function TextPart({ part }: { part: Part }) {
  const text = toText(part, "text");
  return text ? <LongText text={text} render={renderProse} /> : null;
}

function renderProse(text: string) {
  return (
    <p className="prose" dir="auto">
      <PlainText text={text} />
    </p>
  );
}

/** What the model thought before it answered. */
export function ReasoningPart({ part }: { part: Part }) {
  if (!toText(part, "text")) return null;
  return (
    <details className="part" data-part="reasoning">
      <summary>
        <span className="part-kind">Reasoning</span>
      </summary>
      <TextPart part={part} />
    </details>
  );
}
