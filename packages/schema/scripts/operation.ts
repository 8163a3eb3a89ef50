/**
 * The tag of a union's variant that the spec does not know: some string that is none of the known tags. An enum, because
 * only a literal type lets `if (part.type === "text")` narrow to the known variant alone. It exists for the compiler:
 * there is no such value, and a tag that a newer vendor sends is any string.
 */
export declare enum UnknownTag {
  unknown = "(a tag that the spec does not know)",
}

/** Where a parameter stands in a request. */
export type ParameterLocation = "path" | "query" | "header";

/** A parameter of an operation: what is needed to put it on the wire. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  /** JSON type; of the items where the parameter is an array. */
  readonly type: "string" | "integer" | "number" | "boolean";
  /** Whether it takes a list of values. */
  readonly array: boolean;
  /** OpenAPI's serialisation style. */
  readonly style: "form" | "simple";
  /** OpenAPI's explode: one `name=value` pair for each item of an array. */
  readonly explode: boolean;
  /** The vendor's own client appends `[]` to the name, whatever its documentation says. */
  readonly arrayFormat?: "brackets";
  /** Holds an instant: takes an ISO 8601 date, date-time or a `Date`. */
  readonly instant?: true;
}

/** How a listing pages: the `x-pagination` of its spec. Pointers are JSON Pointers (RFC 6901). */
export interface Pagination {
  /** `offset`: the position counts items. `page`: it counts pages. */
  readonly style: "offset" | "page";
  /** Query parameter that holds the position. */
  readonly position: string;
  /** Query parameter that holds the page size. */
  readonly size: string;
  /** Position of the first page. */
  readonly first: number;
  /** Items a page when none is asked for; absent where unknown. */
  readonly defaultSize?: number;
  /** Largest size the vendor documents; absent where unknown. */
  readonly maximumSize?: number;
  /** Pointer to the array of items in the body; `""` where the body is the array. */
  readonly items: string;
  /** Where the number of all items is said; absent where nowhere. */
  readonly total?: { readonly body: string } | { readonly header: string };
  /** Pointer to an item's identifier, from the item. */
  readonly id: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
  /** Query parameters that bound the creation time. */
  readonly createdRange?: { readonly after: string; readonly before: string };
}

/** One operation of a vendor's API. */
export interface Operation {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path template, as the spec has it. */
  readonly path: string;
  /** What it does, in a few words. */
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** Whether a JSON body is sent. */
  readonly requestBody: boolean;
  /** JSON type at the top of a successful answer. */
  readonly answer: "object" | "array";
  /** Members that a successful answer cannot do without, where they are objects or arrays. */
  readonly answerMembers: Readonly<Record<string, "object" | "array">>;
  /** Statuses that the spec declares. */
  readonly statuses: readonly number[];
  /** JSON type at the top of the body of each declared error; `string` where it is text. */
  readonly errors: Readonly<Record<number, "object" | "array" | "string">>;
  readonly pagination?: Pagination;
  /** Pointers to secrets in the answer; `*` stands for every item of an array or map. */
  readonly sensitive: readonly string[];
}

/** A vendor: where its API is, and what it can do. */
export interface Vendor {
  readonly id: string;
  /** The name that people know. */
  readonly title: string;
  readonly baseUrl: string;
  /** Environment variable in which a token is expected, by convention of this project. */
  readonly tokenVariable: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

/**
 * The JSON Schemas of a vendor (dialect 2020-12). `$defs` holds the components of the spec by name and, for each
 * operation, `<operation>.path`, `<operation>.query`, `<operation>.request` and `<operation>.<status>`.
 */
export interface JsonSchemas {
  readonly $schema: string;
  readonly $id: string;
  readonly $defs: Readonly<Record<string, object>>;
}
