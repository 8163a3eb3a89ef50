import type { DriftKind, ListDials } from "@agent-chats/emulator";
import { toWords } from "../format/words.ts";

/** The ways in which answers can differ from the spec. */
const kinds = {
  "new-field": true,
  "removed-field": true,
  "renamed-field": true,
  "type-change": true,
  null: true,
  "new-enum-value": true,
  "time-form": true,
  envelope: true,
} satisfies Record<DriftKind, true>;

interface DriftChoiceProps {
  readonly dials: ListDials;
  onTurn(dials: ListDials): void;
}

/** One way in which every answer differs from the spec. */
export function DriftChoice({ dials, onTurn }: DriftChoiceProps) {
  const turn = (kind: string) => {
    const { drift: _, ...others } = dials;
    onTurn(kind === "" ? others : { ...others, drift: [{ kind: kind as DriftKind }] });
  };
  return (
    <label className="dial">
      <span>Drift</span>
      <select value={dials.drift?.[0]?.kind ?? ""} onChange={({ target }) => turn(target.value)}>
        <option value="">As the spec says</option>
        {Object.keys(kinds).map((kind) => (
          <option key={kind} value={kind}>
            {toWords(kind)}
          </option>
        ))}
      </select>
    </label>
  );
}
