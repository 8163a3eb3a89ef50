import { createList, itemsOf } from "../memory/list.ts";

/** A list, served in memory in the dialects of the walkers: by offset, by link, and by the identifier of the last item. */
export interface GrowthServer {
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  /** Requests that were answered. */
  readonly requests: number;
}

const pageSize = 100;

/** Serves a list of so many items. */
export function createGrowthServer(length: number): GrowthServer {
  const byOffset = createList(length);
  let requests = 0;
  return {
    async fetch(input, init) {
      requests++;
      return answer(new Request(input, init));
    },
    get requests() {
      return requests;
    },
  };

  async function answer(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    if (searchParams.has("offset")) return byOffset(request);
    const after = searchParams.get("after") ?? searchParams.get("starting_after");
    const page = Number(searchParams.get("page") ?? 1);
    const start = after === null ? (page - 1) * pageSize : length - numberOf(after) + 1;
    const items = `[${itemsOf(length, start, pageSize).join(",")}]`;
    const hasMore = start + pageSize < length;
    if (!request.url.includes("/linked")) return json(`{"object":"list","data":${items},"has_more":${hasMore}}`);
    return json(items, hasMore ? { link: `<https://list.example/linked?page=${page + 1}>; rel="next"` } : {});
  }
}

/** The number of an item stands at the end of its identifier. */
function numberOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16);
}

function json(body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { headers: { "content-type": "application/json", ...headers } });
}
