import { hostOf, toWebAddress } from "../format/links.ts";
import { showTime } from "../format/time.ts";
import { toLine, toNumber, toShortId } from "../format/words.ts";
import { useNow } from "../hooks/use-now.ts";
import type { Value } from "../model/row.ts";
import { PlainText } from "./plain-text.tsx";

/** A value of a chat. `isFull` shows all of it, where the table shows the gist. */
export function ShownValue({ value, isFull = false }: { value: Value; isFull?: boolean }) {
  switch (value.kind) {
    case "text":
      return <ShownText text={toLine(value.text)} isFull={isFull} />;
    case "id":
      return <ShownId id={toLine(value.id)} isFull={isFull} />;
    case "badge":
      return value.label ? (
        <>
          <span className="badge" data-tone={value.tone}>
            <PlainText text={value.label} />
          </span>
          {value.second && (
            <span className="badge-second" data-tone={value.second.tone}>
              {value.second.label}
            </span>
          )}
        </>
      ) : (
        <Nothing />
      );
    case "number":
      if (value.value === null || value.value === undefined) return <Nothing />;
      return <span data-zero={value.value === 0 || undefined}>{toNumber(value.value, value.digits)}</span>;
    case "time":
      return <ShownTime at={value.at} isFull={isFull} />;
    case "link":
      return <ShownLink url={toLine(value.url)} />;
  }
}

function ShownText({ text, isFull }: { text: string; isFull: boolean }) {
  if (!text) return <Nothing />;
  const shown = isFull ? text : text.slice(0, 200);
  return (
    <span title={isFull ? undefined : shown}>
      <PlainText text={shown} />
    </span>
  );
}

/** Where a link leads is told by its host: the rest of an address can say anything. */
function ShownLink({ url }: { url: string }) {
  const address = toWebAddress(url);
  if (!address) return <ShownText text={url} isFull />;
  return (
    <a className="fact-link" href={address.href} title={address.href} target="_blank" rel="noopener noreferrer">
      {hostOf(address)}
    </a>
  );
}

function ShownId({ id, isFull }: { id: string; isFull: boolean }) {
  if (!id) return <Nothing />;
  return (
    <code className="id" title={isFull ? undefined : id}>
      {isFull ? id : toShortId(id)}
    </code>
  );
}

/** A time relative to now; the exact one is in the title, or beside it. */
export function ShownTime({ at, isFull = false }: { at: string | null | undefined; isFull?: boolean }) {
  const shown = showTime(at, useNow());
  if (!shown) return <ShownText text={toLine(at)} isFull={isFull} />;
  return (
    <time dateTime={at ?? undefined} title={shown.exact}>
      {isFull ? shown.exact : shown.short}
    </time>
  );
}

function Nothing() {
  return (
    <span className="nothing">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">none</span>
    </span>
  );
}
