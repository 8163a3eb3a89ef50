import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import type { DemoInfo } from "../../server/info.ts";
import "./copy-menu.css";
import { CheckIcon, CopyIcon } from "../components/icons.tsx";
import type { FilterValues } from "../model/filters.ts";
import type { ChatView } from "../model/view.ts";

interface CopyMenuProps {
  readonly info: DemoInfo;
  readonly view: ChatView;
  readonly values: FilterValues;
}

const kinds = {
  url: { label: "Link", hint: "opens this view" },
  typescript: { label: "TypeScript", hint: "with @agent-chats/client" },
  curl: { label: "cURL", hint: "without the token" },
} as const;

type Kind = keyof typeof kinds;

/** Copies what is shown as a link, as a program, or as a line of shell. */
export function CopyMenu({ info, view, values }: CopyMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [copied, setCopied] = useState<Kind | "failed">();
  const menuId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  const closeOnLeave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  const copy = async (kind: Kind) => {
    try {
      const { toSnippet } = await import("./snippet.ts");
      await navigator.clipboard.writeText(await toSnippet(kind, { info, view, values }));
      setCopied(kind);
    } catch {
      setCopied("failed");
    }
  };
  return (
    <fieldset className="copy-menu" aria-label="Copy as" onKeyDown={closeOnEscape} onBlur={closeOnLeave} tabIndex={-1}>
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-controls={menuId}
        onClick={() => {
          setCopied(undefined);
          setOpen(!isOpen);
        }}
      >
        <CopyIcon />
        <span className="tool-word">Copy as</span>
      </button>
      {isOpen && (
        <div className="panel copy-panel" id={menuId}>
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
        </div>
      )}
    </fieldset>
  );
}
