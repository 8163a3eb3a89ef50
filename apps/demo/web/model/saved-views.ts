/** A list that somebody wants to find again. */
export interface SavedView {
  readonly name: string;
  /** The query of its address. Ages in it stay ages. */
  readonly query: string;
}

const key = "agent-chats:saved-views";

/** The views of this browser. What is stored there could be anything by now. */
export function readSavedViews(): SavedView[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isSavedView) : [];
  } catch {
    return [];
  }
}

/** Stores them. Says whether the browser did. */
export function writeSavedViews(views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
}

function isSavedView(value: unknown): value is SavedView {
  if (typeof value !== "object" || value === null) return false;
  const { name, query } = value as Record<string, unknown>;
  return typeof name === "string" && typeof query === "string" && query.startsWith("?");
}
