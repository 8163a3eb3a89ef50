import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { SearchIcon } from "../icons.tsx";
import type { ControlProps } from "./control.ts";

const typingPauseMs = 250;

/**
 * A text: one to search for takes effect when typing pauses, an identifier when it is complete (Enter, or leaving).
 * What is typed without leaving the control is one entry of the history.
 */
export function TextControl({ field, value, onChange }: ControlProps<"search" | "id", string>) {
  const [draft, setDraft] = useState(value);
  const hasEntry = useRef(false);
  const isSearch = field.kind === "search";

  useEffect(() => {
    setDraft(value);
    if (value === "") hasEntry.current = false;
  }, [value]);

  const commit = (text: string) => {
    const next = text.trim();
    if (next === value) return;
    onChange(next === "" ? [] : [next], hasEntry.current && value !== "");
    hasEntry.current = true;
  };
  const commitLater = useLatest(commit);

  useEffect(() => {
    if (!isSearch || draft.trim() === value) return;
    const timer = setTimeout(() => commitLater.current(draft), typingPauseMs);
    return () => clearTimeout(timer);
  }, [draft, value, isSearch, commitLater]);

  const leave = () => {
    commit(draft);
    hasEntry.current = false;
  };
  return (
    <label className="control" data-kind={field.kind} data-active={value !== ""}>
      {isSearch ? <SearchIcon /> : <span className="control-label">{field.label}</span>}
      <input
        type={isSearch ? "search" : "text"}
        name={field.name}
        value={draft}
        aria-label={field.label}
        placeholder={isSearch ? field.label : "UUID"}
        maxLength={isSearch ? (field.maximumLength ?? 256) : 64}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={leave}
        onKeyDown={(event: KeyboardEvent) => event.key === "Enter" && commit(draft)}
      />
    </label>
  );
}

/** The newest of a value, for what runs later. */
function useLatest<Value>(value: Value) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
