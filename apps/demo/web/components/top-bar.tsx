import type { MouseEvent } from "react";
import { writeAddress } from "../model/address.ts";
import type { ChatView } from "../model/view.ts";
import { HelpIcon, LogoIcon } from "./icons.tsx";

interface TopBarProps {
  readonly views: readonly ChatView[];
  readonly current: ChatView;
  readonly backend: string;
  onChoose(view: ChatView): void;
  onHelp(): void;
}

/** Name, vendors, and where the data comes from. */
export function TopBar({ views, current, backend, onChoose, onHelp }: TopBarProps) {
  return (
    <header className="top-bar">
      <span className="brand">
        <LogoIcon />
        <span className="brand-name">agent-chats</span>
      </span>
      <nav className="segments" aria-label="Views">
        {views.map((view) => (
          <a
            key={view.id}
            href={writeAddress({ view, values: {} })}
            aria-current={view === current ? "page" : undefined}
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              onChoose(view);
            }}
          >
            {view.id === "all" ? "All" : view.title}
          </a>
        ))}
      </nav>
      <span className="backend" title="These chats are made up; no vendor is asked.">
        {backend}
      </span>
      <button type="button" className="button icon-button" aria-label="Keyboard and filters" title="?" onClick={onHelp}>
        <HelpIcon />
      </button>
    </header>
  );
}

/** Every other click is the browser's: a new tab, a new window, a download. */
function isPlainClick({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
