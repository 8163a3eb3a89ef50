import type { ReactNode } from "react";

/** The mark of the project. */
export function LogoIcon() {
  return (
    <svg className="logo" viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path d="M9 10.5h14M9 16h14M9 21.5h8" />
    </svg>
  );
}

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {children}
    </svg>
  );
}

/** A magnifying glass. */
export function SearchIcon() {
  return (
    <Icon>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.25 10.25 3 3" />
    </Icon>
  );
}

/** Opens downwards. */
export function ChevronIcon() {
  return (
    <Icon>
      <path d="m5 6.75 3 3 3-3" />
    </Icon>
  );
}

/** Closes or removes. */
export function CloseIcon() {
  return (
    <Icon>
      <path d="m4.5 4.5 7 7m0-7-7 7" />
    </Icon>
  );
}

/** Lines that get shorter. */
export function FilterIcon() {
  return (
    <Icon>
      <path d="M3 4.75h10M5 8h6M7 11.25h2" />
    </Icon>
  );
}

/** Two sheets. */
export function CopyIcon() {
  return (
    <Icon>
      <rect x="5.75" y="5.75" width="7" height="7" rx="1.5" />
      <path d="M3.25 9.75v-5a1.5 1.5 0 0 1 1.5-1.5h5" />
    </Icon>
  );
}

/** Done. */
export function CheckIcon() {
  return (
    <Icon>
      <path d="m3.75 8.5 2.75 2.75 5.75-6" />
    </Icon>
  );
}

/** Something went wrong. */
export function WarningIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 5.25v3.25m0 2.25v.01" />
    </Icon>
  );
}

/** Nothing is here. */
export function InboxIcon() {
  return (
    <Icon>
      <path d="M2.75 9h3l1 1.75h2.5l1-1.75h3M4.5 3.75h7L13.25 9v2.25a1 1 0 0 1-1 1h-8.5a1 1 0 0 1-1-1V9z" />
    </Icon>
  );
}

/** Up or down the list. */
export function ArrowIcon({ direction }: { direction: "up" | "down" }) {
  return (
    <Icon>
      <path d={direction === "up" ? "m4.5 9.5 3.5-3.5 3.5 3.5" : "m4.5 6.5 3.5 3.5 3.5-3.5"} />
    </Icon>
  );
}

/** Looks again. */
export function RefreshIcon() {
  return (
    <Icon>
      <path d="M12.75 8a4.75 4.75 0 1 1-1.4-3.35L12.75 6m0-2.75V6H10" />
    </Icon>
  );
}

/** One more. */
export function PlusIcon() {
  return (
    <Icon>
      <path d="M8 3.5v9M3.5 8h9" />
    </Icon>
  );
}

/** Explains. */
export function HelpIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M6.5 6.4a1.55 1.55 0 1 1 2.2 1.75c-.5.25-.7.5-.7 1m0 1.85v.01" />
    </Icon>
  );
}
