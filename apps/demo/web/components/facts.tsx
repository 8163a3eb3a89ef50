import type { Fact, Value } from "../model/row.ts";
import { FilterIcon } from "./icons.tsx";
import { ShownValue } from "./shown-value.tsx";

/** What is known of a chat, line by line; what the vendor left out is left out. */
export function Facts({
  facts,
  onFilter,
}: {
  facts: readonly Fact[];
  onFilter: (name: string, value: string) => void;
}) {
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => isThere(value))
        .map(({ label, value, filter }) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>
              <ShownValue value={value} isFull />
              {filter && (
                <button
                  type="button"
                  className="button icon-button fact-filter"
                  aria-label={`Only chats with this ${label.toLowerCase()}`}
                  title={`Only chats with this ${label.toLowerCase()}`}
                  onClick={() => onFilter(filter.name, filter.value)}
                >
                  <FilterIcon />
                </button>
              )}
            </dd>
          </div>
        ))}
    </dl>
  );
}

function isThere(value: Value): boolean {
  const content = { text: "text", id: "id", badge: "label", time: "at", number: "value", link: "url" } as const;
  const member = (value as unknown as Record<string, unknown>)[content[value.kind]];
  return member !== undefined && member !== null && member !== "";
}
