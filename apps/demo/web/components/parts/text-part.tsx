import type { Part } from "../../model/row.ts";
import { toText } from "./members.ts";

/** What was said, as text: markup in it stays as it was written. */
export function TextPart({ part }: { part: Part }) {
  const text = toText(part, "text");
  return text ? (
    <p className="prose" dir="auto">
      {text}
    </p>
  ) : null;
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
