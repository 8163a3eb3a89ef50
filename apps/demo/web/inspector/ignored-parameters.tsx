import type { ListDials } from "@agent-chats/emulator";
import type { VendorId } from "@agent-chats/schema";
import { chatLists } from "../export/chat-lists.ts";

interface IgnoredParametersProps {
  readonly vendor: VendorId;
  readonly dials: ListDials;
  onTurn(dials: ListDials): void;
}

/** The query parameters that the server takes no notice of: those that page, and those that bound the time. */
export function IgnoredParameters({ vendor, dials, onTurn }: IgnoredParametersProps) {
  const { position, size, createdRange } = chatLists[vendor].operation.pagination;
  const names = [position, size, ...(createdRange ? [createdRange.after, createdRange.before] : [])];
  const { ignore = [] } = dials;
  const turn = (name: string, isIgnored: boolean) =>
    onTurn({ ...dials, ignore: isIgnored ? [...ignore, name] : ignore.filter((other) => other !== name) });
  return (
    <fieldset className="ignored">
      <legend>Ignored parameters</legend>
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={ignore.includes(name)}
            onChange={({ target }) => turn(name, target.checked)}
          />
          <code>{name}</code>
        </label>
      ))}
    </fieldset>
  );
}
