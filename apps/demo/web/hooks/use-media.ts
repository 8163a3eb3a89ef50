import { useMemo, useSyncExternalStore } from "react";

/** Whether a media query matches, as it changes. */
export function useMedia(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query]);
  return useSyncExternalStore(
    (notify) => {
      list.addEventListener("change", notify);
      return () => list.removeEventListener("change", notify);
    },
    () => list.matches,
  );
}
