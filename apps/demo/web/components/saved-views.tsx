import { type FormEvent, useState } from "react";
import { readSavedViews, type SavedView, writeSavedViews } from "../model/saved-views.ts";
import { Panel } from "./controls/panel.tsx";
import { CloseIcon } from "./icons.tsx";

interface SavedViewsProps {
  /** The query of the address now. */
  readonly query: string;
  onOpen(query: string): void;
}

/** Lists to find again, kept by this browser. */
export function SavedViews({ query, onOpen }: SavedViewsProps) {
  const [views, setViews] = useState(readSavedViews);
  const current = views.find((view) => view.query === query);
  const store = (next: readonly SavedView[]) => {
    if (writeSavedViews(next)) setViews([...next]);
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (name !== "") store([...views.filter((view) => view.name !== name && view.query !== query), { name, query }]);
    event.currentTarget.reset();
  };
  return (
    <div className="saved-views">
      <Panel label="View" summary={current?.name} none="Saved views">
        <ul>
          {views.map((view) => (
            <li key={view.name} className="saved-view">
              <button
                type="button"
                className="panel-option"
                aria-pressed={view === current}
                onClick={() => onOpen(view.query)}
              >
                {view.name}
              </button>
              <button
                type="button"
                className="button icon-button"
                aria-label={`Forget ${view.name}`}
                onClick={() => store(views.filter((other) => other !== view))}
              >
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
        {views.length === 0 && <p className="panel-note">None yet</p>}
        <hr className="panel-line" />
        <form className="saved-form" onSubmit={save}>
          <input
            type="text"
            name="name"
            aria-label="Name of this view"
            placeholder="Name this view"
            maxLength={40}
            required
          />
          <button type="submit" className="button">
            Save
          </button>
        </form>
      </Panel>
    </div>
  );
}
