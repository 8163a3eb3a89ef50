import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { Facet } from "../../query/facets.ts";
import { parseQuery } from "../../query/parse.ts";
import { type Suggestion, suggest } from "../../query/suggest.ts";
import type { Terms } from "../../query/terms.ts";
import { SearchIcon } from "../icons.tsx";

interface QueryInputProps {
  /** What is asked for, as text. */
  readonly text: string;
  readonly facetsOf: (key: string) => readonly Facet[];
  onSubmit(terms: Terms): void;
}

/** The filters as one line of text. Enter applies it, unless something in it is not understood; Escape takes it back. */
export function QueryInput({ text, facetsOf, onSubmit }: QueryInputProps) {
  const [draft, setDraft] = useState(text);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [submitted, setSubmitted] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number>(undefined);
  const listId = useId();
  const problemsId = useId();
  useEffect(() => {
    setDraft(text);
    setSubmitted(text);
  }, [text]);

  // Before the next key: one who types fast would write in front of what was completed.
  useLayoutEffect(() => {
    if (caret.current !== undefined) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });

  const suggestions = isOpen ? suggest(draft, input.current?.selectionStart ?? draft.length, facetsOf) : [];
  const chosen = suggestions[active];
  // While one types on, a word may be half done: only what was submitted is judged.
  const problems = submitted === draft ? parseQuery(draft).problems : [];
  const submit = () => {
    const parsed = parseQuery(draft);
    setOpen(false);
    setSubmitted(draft);
    if (parsed.problems.length === 0) onSubmit(parsed.terms);
  };
  const take = (suggestion: Suggestion) => {
    setDraft(suggestion.text);
    setActive(-1);
    caret.current = suggestion.caret;
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) setOpen(true);
      else setActive(Math.max(-1, Math.min(active + step, suggestions.length - 1)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (chosen) take(chosen);
      else submit();
    } else if (event.key === "Tab" && chosen) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (isOpen && suggestions.length > 0) setOpen(false);
      else {
        setDraft(text);
        input.current?.blur();
      }
    }
  };
  return (
    <div className="query">
      <div className="query-line" data-invalid={problems.length > 0 || undefined}>
        <SearchIcon />
        <input
          ref={input}
          type="text"
          name="q"
          role="combobox"
          aria-label="Filter"
          aria-expanded={suggestions.length > 0}
          aria-controls={listId}
          aria-activedescendant={chosen ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          aria-invalid={problems.length > 0}
          aria-describedby={problemsId}
          placeholder="Filter, such as state:open since:7d refund"
          value={draft}
          spellCheck={false}
          autoComplete="off"
          maxLength={1000}
          onChange={(event) => {
            setDraft(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
        <span className="query-key" aria-hidden="true">
          /
        </span>
      </div>
      <SuggestionList id={listId} suggestions={suggestions} active={active} onTake={take} />
      <div id={problemsId} role="status" className="query-problems">
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
      </div>
    </div>
  );
}

interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  onTake(suggestion: Suggestion): void;
}

function SuggestionList({ id, suggestions, active, onTake }: SuggestionListProps) {
  return (
    <div className="suggestions" id={id} role="listbox" aria-label="Suggestions" hidden={suggestions.length === 0}>
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.text}
          id={`${id}-${index}`}
          className="suggestion"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // Before the input loses the focus, which closes the list.
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(suggestion);
          }}
        >
          <bdi className="suggestion-word">{suggestion.shown}</bdi>
          <span className="suggestion-hint">{suggestion.hint}</span>
        </div>
      ))}
    </div>
  );
}
