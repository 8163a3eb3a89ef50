import { toBytes } from "../export/bytes.ts";
import { toNumber } from "../format/words.ts";
import { labelOfValue } from "../query/facets.ts";
import { Completeness } from "./completeness.tsx";
import { explainList, type ListAccount, toVendorAccounts, type VendorAccount } from "./explain-list.ts";
import { type Trace, toTally, toWaitedMs } from "./trace.ts";

const lines: readonly (readonly [string, (account: VendorAccount) => string])[] = [
  ["Chats", ({ given }) => toNumber(given)],
  ["Held back", ({ heldBack }) => toNumber(heldBack)],
  ["Requests", ({ requests }) => toNumber(requests)],
  ["Repeats", ({ repeats }) => toNumber(repeats)],
  ["Repairs", ({ repairs }) => toNumber(repairs)],
  ["Retries", ({ retries }) => toNumber(retries)],
  ["Bytes", ({ bytes }) => toBytes(bytes)],
  ["State", ({ state }) => state],
];

/** What the merged list on the screen has, of which vendor, and what it took. */
export function ListReceipt({ account: { receipt, rows }, trace }: { account: ListAccount; trace: Trace }) {
  const accounts = toVendorAccounts(receipt);
  const requests = accounts.reduce((sum, account) => sum + account.requests, 0);
  const beside = Math.max(0, toTally(trace).requests - requests);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="receipt" aria-label="Receipt" tabIndex={0}>
      <h3>Receipt</h3>
      <Completeness {...explainList(receipt)} />
      <table className="receipt-vendors">
        <thead>
          <tr>
            <td />
            {accounts.map(({ vendor }) => (
              <th key={vendor} scope="col">
                {labelOfValue("vendor", vendor)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, toWords]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {accounts.map((account) => (
                <td key={account.vendor}>{toWords(account)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        <Line label="On the screen" value={`${toNumber(rows)} chats`} />
        {rows > receipt.items && <Line label="Of these, came later" value={toNumber(rows - receipt.items)} />}
        <Line label="Requests for counts and news" value={toNumber(beside)} />
        <Line label="Time waited" value={`${toNumber(toWaitedMs(trace) / 1000, 1)} s`} />
      </dl>
    </section>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
