import { useState } from "react";
import { toJson } from "../format/words.ts";
import { CheckIcon, CopyIcon } from "./icons.tsx";

/** The chat as it arrived, for those who know the API. */
export function RawJson({ value }: { value: unknown }) {
  const [isCopied, setCopied] = useState(false);
  const json = toJson(value);
  const copy = () =>
    void navigator.clipboard.writeText(json).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <details className="raw">
      <summary>Raw JSON</summary>
      <div className="raw-body">
        <button type="button" className="button icon-button raw-copy" aria-label="Copy JSON" onClick={copy}>
          {isCopied ? <CheckIcon /> : <CopyIcon />}
        </button>
        <pre>{json}</pre>
      </div>
    </details>
  );
}
