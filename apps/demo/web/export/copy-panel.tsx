import { useState } from "react";
import { CheckIcon } from "../components/icons.tsx";
import { type Shown, toSnippet } from "./snippet.ts";

const kinds = {
  url: { label: "Link", hint: "opens this view" },
  typescript: { label: "TypeScript", hint: "with @agent-chats/client" },
  curl: { label: "cURL", hint: "without the token" },
} as const;

type Kind = keyof typeof kinds;

/** The ways in which what is shown can be copied. */
export function CopyPanel({ info, view, values }: Shown) {
  const [copied, setCopied] = useState<Kind | "failed">();
  const copy = async (kind: Kind) => {
    try {
      await navigator.clipboard.writeText(await toSnippet(kind, { info, view, values }));
      setCopied(kind);
    } catch {
      setCopied("failed");
    }
  };
  return (
    <>
      {(Object.keys(kinds) as Kind[]).map((kind) => (
        <button key={kind} type="button" className="copy-choice" onClick={() => void copy(kind)}>
          <span>{kinds[kind].label}</span>
          <span className="copy-hint">{copied === kind ? "copied" : kinds[kind].hint}</span>
          {copied === kind && <CheckIcon />}
        </button>
      ))}
      <p className="visually-hidden" role="status">
        {copied && (copied === "failed" ? "Could not be copied." : `${kinds[copied].label} copied.`)}
      </p>
      {copied === "failed" && <p className="panel-note">The browser did not let it be copied.</p>}
    </>
  );
}
