import { useState } from "react";
import { toJson } from "../format/words.ts";
import { CheckIcon, CopyIcon } from "./icons.tsx";
import { LongText, Pre } from "./plain-text.tsx";

/** The chat as it arrived, for those who know the API. */
export function RawJson({ value }: { value: unknown }) {
  const [isCopied, setCopied] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(toJson(value)).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <details className="raw" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Raw JSON</summary>
      <div className="raw-body">
        <button type="button" className="button icon-button raw-copy" aria-label="Copy JSON" onClick={copy}>
          {isCopied ? <CheckIcon /> : <CopyIcon />}
        </button>
        {isOpen && <LongText text={toJson(value)} render={(shown) => <Pre text={shown} />} />}
      </div>
    </details>
  );
}
