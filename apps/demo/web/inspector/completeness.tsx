import type { Explained } from "./explain-receipt.ts";

/** Whether a list is complete, in a word, and why. */
export function Completeness({ label, tone, why }: Explained) {
  return (
    <div className="receipt-word">
      <span className="badge" data-tone={tone} data-testid="complete">
        {label}
      </span>
      <p className="receipt-why">{why}</p>
    </div>
  );
}
