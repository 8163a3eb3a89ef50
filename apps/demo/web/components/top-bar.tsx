import type { MouseEvent } from "react";
import { writeAddress } from "../model/address.ts";
import type { VendorView } from "../model/view.ts";
import { LogoIcon } from "./icons.tsx";

interface TopBarProps {
  readonly views: readonly VendorView[];
  readonly current: VendorView;
  readonly backend: string;
  onChoose(view: VendorView): void;
}

/** Name, vendors, and where the data comes from. */
export function TopBar({ views, current, backend, onChoose }: TopBarProps) {
  return (
    <div className="top-bar">
      <span className="brand">
        <LogoIcon />
        <span className="brand-name">agent-chats</span>
      </span>
      <nav className="segments" aria-label="Vendor">
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
            {view.title}
          </a>
        ))}
      </nav>
      <span className="backend" title="These chats are made up; no vendor is asked.">
        {backend}
      </span>
    </div>
  );
}

/** Every other click is the browser's: a new tab, a new window, a download. */
function isPlainClick({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
