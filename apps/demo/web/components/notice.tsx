import { isAgentChatsError } from "@agent-chats/client";
import type { ReactNode } from "react";
import { InboxIcon, SearchIcon, WarningIcon } from "./icons.tsx";

interface NoticeProps {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
  readonly role?: "alert";
}

/** Stands where the list would, and says why there is none. */
export function Notice({ title, icon = <InboxIcon />, children, role }: NoticeProps) {
  return (
    <div className="notice" role={role}>
      <span className="notice-icon">{icon}</span>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** There is nothing at all. */
export function NoneNotice({ title }: { title: string }) {
  return (
    <Notice title="No chats yet">
      <p>{title} has no chats to list.</p>
    </Notice>
  );
}

/** There is something, but nothing of this kind. */
export function NoMatchNotice({ onClear }: { onClear: () => void }) {
  return (
    <Notice title="No chats match" icon={<SearchIcon />}>
      <p>Nothing satisfies all of these filters.</p>
      <button type="button" className="button" onClick={onClear}>
        Clear filters
      </button>
    </Notice>
  );
}

/** The list could not be read. */
export function FailedNotice({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  return (
    <Notice title={`Could not load ${what}`} icon={<WarningIcon />} role="alert">
      <p>{messageOf(error)}</p>
      <button type="button" className="button" onClick={onRetry}>
        Retry
      </button>
    </Notice>
  );
}

/** What went wrong, in words for the reader. */
export function messageOf(error: unknown): string {
  if (isAgentChatsError(error) || error instanceof Error) return error.message;
  return "Something failed without saying why.";
}
