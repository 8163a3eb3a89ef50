import type { ReactNode } from "react";
import type { LiveFresh } from "../hooks/use-fresh.ts";
import type { ChatView } from "../model/view.ts";
import { PlusIcon, RefreshIcon } from "./icons.tsx";
import { SavedViews } from "./saved-views.tsx";

interface PageHeadProps {
  readonly view: ChatView;
  /** How many chats there are, in words. */
  readonly count: string;
  /** The query of the address. */
  readonly query: string;
  readonly news: LiveFresh;
  /** What can be done with all that is listed. */
  readonly tools: ReactNode;
  onOpenView(query: string): void;
  /** Undefined where no chat can be created. */
  readonly onCreate: (() => void) | undefined;
}

/** What is shown, how much of it, and what can be done with all of it. */
export function PageHead({ view, count, query, news, tools, onOpenView, onCreate }: PageHeadProps) {
  return (
    <header className="page-head">
      <h1>{view.title}</h1>
      <p className="page-subject">{view.subject}</p>
      <p className="count" role="status" data-testid="count">
        {count}
      </p>
      <button
        type="button"
        className="button icon-button"
        aria-label="Look for new chats"
        title="Look for new chats"
        aria-busy={news.isChecking}
        onClick={news.check}
      >
        <RefreshIcon />
      </button>
      <SavedViews query={query} onOpen={onOpenView} />
      {tools}
      {onCreate && (
        <button type="button" className="button" onClick={onCreate}>
          <PlusIcon />
          <span className="tool-word">New chat</span>
        </button>
      )}
    </header>
  );
}
