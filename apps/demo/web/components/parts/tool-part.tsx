import { toJson } from "../../format/words.ts";
import type { Part, Tone } from "../../model/row.ts";
import { badge } from "../../vendors/values.ts";
import { LongText, Pre } from "../plain-text.tsx";
import { ShownValue } from "../shown-value.tsx";
import { toText } from "./members.ts";

const states = {
  "input-streaming": "Calling",
  "input-available": "Calling",
  "approval-requested": "Waits for approval",
  "approval-responded": "Approval given",
  "output-available": "Done",
  "output-error": "Failed",
  "output-denied": "Denied",
};

const tones: Readonly<Record<keyof typeof states, Tone>> = {
  "input-streaming": "progress",
  "input-available": "progress",
  "approval-requested": "warning",
  "approval-responded": "progress",
  "output-available": "good",
  "output-error": "bad",
  "output-denied": "warning",
};

/** A call of a tool: what went in, what came out. */
export function ToolPart({ part }: { part: Part }) {
  const name = toText(part, "toolName") ?? part.type.replace(/^tool-/, "");
  const error = toText(part, "errorText");
  return (
    <details className="part" data-part={part.type}>
      <summary>
        <span className="part-kind">Tool</span>
        <code className="part-name">{name}</code>
        <ShownValue value={badge(toText(part, "state"), tones, states)} />
      </summary>
      <Json label="Input" value={part.input} />
      <Json label="Output" value={part.output} />
      {error && <p className="part-error">{error}</p>}
    </details>
  );
}

function Json({ label, value }: { label: string; value: unknown }) {
  if (value === undefined) return null;
  return (
    <>
      <h4>{label}</h4>
      <LongText text={toJson(value)} render={(shown) => <Pre text={shown} />} />
    </>
  );
}
