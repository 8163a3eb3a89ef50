import { useCallback, useSyncExternalStore } from "react";

/** Changes the query of the address. `replace` makes no new entry in the history. */
export type Navigate = (query: string, options?: { replace?: boolean }) => void;

const changed = "agent-chats:navigated";

/** Where the browser stands. */
export interface Place {
  readonly query: string;
  /** Tells the entries of the history apart, so that what was seen at each can be found again. */
  readonly entry: string;
}

/** The query of the address, as the state of the page: back, forward and reload come for free. */
export function useQuery(): [place: Place, navigate: Navigate] {
  const snapshot = useSyncExternalStore(subscribe, () => `${entryOf(history.state)}${location.search}`);
  const navigate = useCallback<Navigate>((next, { replace = false } = {}) => {
    if (next === location.search) return;
    if (replace) history.replaceState(history.state, "", next);
    else history.pushState({ entry: crypto.randomUUID() }, "", next);
    window.dispatchEvent(new Event(changed));
  }, []);
  const [entry = ""] = snapshot.split("?", 1);
  return [{ entry, query: snapshot.slice(entry.length) }, navigate];
}

function entryOf(state: unknown): string {
  const isOurs = typeof state === "object" && state !== null && "entry" in state && typeof state.entry === "string";
  return isOurs ? (state.entry as string) : "first";
}

/** The browser announces only what its own buttons do. */
function subscribe(notify: () => void): () => void {
  const events = ["popstate", changed];
  for (const event of events) window.addEventListener(event, notify);
  return () => {
    for (const event of events) window.removeEventListener(event, notify);
  };
}
