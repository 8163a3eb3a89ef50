import { keyNames, keyOf } from "../../query/keys.ts";
import { Dialog } from "./dialog.tsx";

const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["/"], "Filter"],
  [["j", "k"], "Next and previous chat"],
  [["Home", "End"], "First and last loaded chat, from a row"],
  [["Enter"], "Open the chat"],
  [["←", "→"], "Along a row, to its values; Enter filters by one"],
  [["Esc"], "Close"],
  [["r"], "Look for what is new"],
  [["."], "Show what is new"],
  [["m"], "Load more"],
  [["e"], "Export"],
  [["?"], "This help"],
];

/** What the keyboard can do, and what can be typed as a filter. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard and filters" onClose={onClose}>
      <div className="help">
        <dl className="help-keys">
          {keys.map(([names, what]) => (
            <div key={what}>
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <h3>Filters</h3>
        <p className="quiet-text">
          <code>state:open,failed</code> is either, <code>-state:closed</code> is not, everything else is text in the
          title.
        </p>
        <dl className="help-filters">
          {keyNames.map((name) => (
            <div key={name}>
              <dt>
                <code>{name}:</code>
              </dt>
              <dd>{keyOf(name)?.hint}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
