import type { Operation, Pagination, Vendor } from "@agent-chats/schema";
import { type Api, findOperation, type RequestParameters } from "../api.ts";
import type { AnswerOf, OperationOf, OperationShape, OrUndefined, PathsWith, TableEntry } from "../api-types.ts";
import { InvalidRequestError } from "../errors.ts";
import { createListing, type Listing } from "./listing.ts";
import type { WalkOptions } from "./options.ts";
import type { At } from "./pointer.ts";
import { createSource, type TellPage } from "./source.ts";

/** Paths of a vendor whose spec describes how they page. */
export type PaginatedPath<V extends Vendor> = Extract<
  V["operations"][keyof V["operations"]],
  Operation & { method: "GET"; pagination: Pagination }
>["path"];

/** What a path lists. */
export type ItemOf<Paths, V extends Vendor, Path extends keyof Paths> =
  TableEntry<V, Path, "GET"> extends { pagination: { items: infer Items extends string } }
    ? At<AnswerOf<OperationOf<Paths, Path, "get">>, Items> extends readonly (infer Item)[]
      ? Item
      : never
    : never;

/** Query parameters that filter; those that page belong to the walk. `undefined` is the same as absent. */
export type QueryFilters<Paths, V extends Vendor, Path extends keyof Paths> = OrUndefined<
  Omit<NonNullable<Query<OperationOf<Paths, Path, "get">>>, PagingParameter<V, Path>>
>;

/** Path parameters of a listing. */
export type PathParameters<Paths, Path extends keyof Paths> = PathOf<OperationOf<Paths, Path, "get">>;

/** What is listed: filters and path parameters, required as the spec has them. */
export type Selection<Paths, V extends Vendor, Path extends keyof Paths> = Part<"query", QueryFilters<Paths, V, Path>> &
  Part<"path", PathParameters<Paths, Path>>;

type Query<Shape extends OperationShape> = Shape["parameters"]["query"];
type PathOf<Shape extends OperationShape> = NonNullable<Shape["parameters"]["path"]>;
type PagingParameter<V extends Vendor, Path> =
  TableEntry<V, Path, "GET"> extends {
    pagination: { position: infer Position extends string; size: infer Size extends string };
  }
    ? Position | Size
    : never;
/** `{ name?: T }` where nothing in `T` is required, `{ name: T }` where something is, nothing where there is no `T`. */
type Part<Name extends string, T> = [T] extends [never]
  ? unknown
  : object extends T
    ? { [Key in Name]?: T }
    : { [Key in Name]: T };

/**
 * Lists what a path lists, completely typed, for every path whose spec carries `x-pagination`: of these vendors, or of
 * a spec of your own. Nothing is sent until the listing is used.
 *
 * ```ts
 * const chats = paginate(cotool.api, "/api/agents/{agentId}/chats", { params: { path: { agentId } }, pageSize: 50 });
 * ```
 *
 * @param init `params` without the paging parameters, and options of the walk.
 * @throws {InvalidRequestError} where the path has no pagination; TypeScript says so earlier.
 */
export function paginate<Paths, V extends Vendor, Path extends PaginatedPath<V> & PathsWith<Paths, "get">>(
  api: Api<Paths, V>,
  path: Path,
  ...init: object extends Selection<Paths, V, Path>
    ? [init?: { params?: Selection<Paths, V, Path> } & WalkOptions]
    : [init: { params: Selection<Paths, V, Path> } & WalkOptions]
): Listing<ItemOf<Paths, V, Path>> {
  const { params = {}, ...options } = init[0] ?? {};
  const operation = findOperation(api.vendor, "GET", path);
  if (!operation.pagination) {
    const context = { vendor: api.vendor.id, operation: operation.id };
    throw new InvalidRequestError(`${api.vendor.title} has no pagination on GET ${path}.`, context, "path");
  }
  const target = { vendor: api.vendor, operation };
  const filters = params as RequestParameters;
  const source = createSource<ItemOf<Paths, V, Path>>(
    api.call,
    target,
    operation.pagination,
    filters,
    toTellPage(api, operation),
  );
  return createListing(source, options);
}

function toTellPage(
  { tell, attributesOf }: Pick<Api<unknown>, "tell" | "attributesOf">,
  operation: Operation,
): TellPage | undefined {
  return (
    tell &&
    (({ window, rows, total }, given) => {
      const page = {
        "agent_chats.page.position": window.start,
        "agent_chats.page.items": rows.length,
        "agent_chats.page.given": given,
        ...(total !== undefined && { "agent_chats.page.total": total }),
      };
      tell({ type: "page", attributes: { ...attributesOf(operation), ...page } });
    })
  );
}
