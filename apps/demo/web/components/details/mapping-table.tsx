import { adapters, type MappedField, type StateAxis } from "@agent-chats/client/unified";
import type { VendorId } from "@agent-chats/schema";

interface Line {
  readonly field: string;
  readonly from: readonly string[];
  readonly note: string | undefined;
}

/** Where each field that all vendors share is taken from, of this vendor's own chat. */
export function MappingTable({ vendor }: { vendor: VendorId }) {
  return (
    <details className="raw">
      <summary>Where this comes from</summary>
      <table className="mapping">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">From {adapters[vendor].title}’s</th>
          </tr>
        </thead>
        <tbody>
          {toLines(vendor).map(({ field, from, note }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td>
                {from.map((pointer) => (
                  <code key={pointer}>{pointer}</code>
                ))}
                {note && <span className="mapping-note">{note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function toLines(vendor: VendorId): Line[] {
  const { mapping, states } = adapters[vendor];
  const fields = Object.entries(mapping) as [MappedField, (typeof mapping)[keyof typeof mapping]][];
  return [
    ...fields.map(([field, { at, ...rest }]) => ({
      field,
      from: at,
      note: [("unit" in rest && `in ${rest.unit}`) || "", ("note" in rest && rest.note) || ""]
        .filter(Boolean)
        .join("; "),
    })),
    ...(states as readonly StateAxis[]).map(({ of, rules }) => ({
      field: `state of ${of}`,
      from: [...new Set(rules.map(({ at }) => at))],
      note: rules.map(({ is, state }) => (is === undefined ? `any text is ${state}` : `${is} is ${state}`)).join(", "),
    })),
  ];
}
