import { usePages } from "../hooks/use-pages.ts";
import type { Pages } from "../model/pages.ts";
import type { ReadPage, Turn } from "../model/row.ts";
import { ListEnd } from "./list-end.tsx";
import { messageOf } from "./notice.tsx";
import { ShownTurn } from "./shown-turn.tsx";

/** The conversation, page by page. */
export function Transcript({ read }: { read: ReadPage<Turn> }) {
  const { pages, more } = usePages(read);
  return (
    <section className="block" aria-label="Messages" aria-busy={pages.status === "loading"}>
      <h3>Messages</h3>
      {pages.items.length === 0 ? (
        <NoTurns pages={pages} onRetry={more} />
      ) : (
        <>
          <ol className="turns">
            {pages.items.map((turn) => (
              <ShownTurn key={turn.id} turn={turn} />
            ))}
          </ol>
          <ListEnd pages={pages} noun="messages" onMore={more} />
        </>
      )}
    </section>
  );
}

function NoTurns({ pages: { status, error }, onRetry }: { pages: Pages<Turn>; onRetry: () => void }) {
  if (status === "loading") return <div className="turns-loading" role="status" aria-label="Loading messages" />;
  if (status === "ready") return <p className="quiet-text">Nothing was said yet.</p>;
  return (
    <div role="alert">
      <p className="quiet-text">{messageOf(error)}</p>
      <button type="button" className="button" onClick={onRetry}>
        Retry
      </button>
    </div>
  );
}
