import { useCallback, useSyncExternalStore } from "react";

/** Changes the query of the address. `replace` makes no new entry in the history. */
export type Navigate = (query: string, options?: { replace?: boolean }) => void;

const changed = "agent-chats:navigated";

/** The query of the address, as the state of the page: back, forward and reload come for free. */
export function useQuery(): [query: string, navigate: Navigate] {
  const query = useSyncExternalStore(subscribe, () => location.search);
  const navigate = useCallback<Navigate>((next, { replace = false } = {}) => {
    if (next === location.search) return;
    history[replace ? "replaceState" : "pushState"](null, "", next);
    window.dispatchEvent(new Event(changed));
  }, []);
  return [query, navigate];
}

/** The browser announces only what its own buttons do. */
function subscribe(notify: () => void): () => void {
  const events = ["popstate", changed];
  for (const event of events) window.addEventListener(event, notify);
  return () => {
    for (const event of events) window.removeEventListener(event, notify);
  };
}
