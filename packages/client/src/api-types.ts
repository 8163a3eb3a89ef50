import type { Operation, Vendor } from "@agent-chats/schema";

/** The shape that openapi-typescript gives to an operation. */
export interface OperationShape {
  parameters: { query?: unknown; path?: unknown; header?: unknown; cookie?: unknown };
  // biome-ignore lint/suspicious/noExplicitAny: a bound for inference, never a value
  requestBody?: any;
  // biome-ignore lint/suspicious/noExplicitAny: a bound for inference, never a value
  responses: any;
}

/** Paths of a generated `paths` type that have the method (in lower case, as openapi-typescript writes it). */
export type PathsWith<Paths, Method extends string> = {
  [Path in keyof Paths]: OperationOf<Paths, Path, Method> extends never ? never : Path;
}[keyof Paths];

/** The operation of a path and a method; `never` where there is none. */
export type OperationOf<Paths, Path extends keyof Paths, Method extends string> = Method extends keyof Paths[Path]
  ? Extract<NonNullable<Paths[Path][Method]>, OperationShape>
  : never;

/** The JSON body of an operation's success: of its 200, or of a 201, 202 or 203. */
export type AnswerOf<Shape extends OperationShape> = JsonOf<
  Shape["responses"][keyof Shape["responses"] & (200 | 201 | 202 | 203)]
>;

/** The JSON body of a response, and of each of several. */
type JsonOf<Response> = Response extends { content: { "application/json": infer Answer } } ? Answer : never;

/** The JSON body that an operation is sent; `never` where it is sent none. */
export type BodyOf<Shape extends OperationShape> = Shape extends {
  requestBody: { content: { "application/json": infer Body } };
}
  ? Body
  : never;

/** Query and path parameters of an operation, required as the spec has them. */
type ParametersOf<Shape extends OperationShape> = Present<{
  [Key in keyof Pick<Shape["parameters"], "query" | "path">]: OrUndefined<NonNullable<Shape["parameters"][Key]>>;
}>;

/** Optional members may be given as `undefined` too, under `exactOptionalPropertyTypes` as elsewhere. */
export type OrUndefined<T> = { [Key in keyof T]: object extends Pick<T, Key> ? T[Key] | undefined : T[Key] };

/** What every call takes. */
export interface CallOptions {
  /** Aborts the call at once; the caller gets the signal's own reason. */
  signal?: AbortSignal | undefined;
}

/** Second argument of a call: `params` and `body` where the operation has them, required where it requires them. */
type Init<Shape extends OperationShape> = CallOptions &
  (RequiredKeys<ParametersOf<Shape>> extends never
    ? { params?: ParametersOf<Shape> }
    : { params: ParametersOf<Shape> }) &
  ([BodyOf<Shape>] extends [never] ? { body?: never } : { body: BodyOf<Shape> });

/** Makes the second argument optional where nothing in it is required. */
export type InitArguments<Shape extends OperationShape> =
  RequiredKeys<Init<Shape>> extends never ? [init?: Init<Shape>] : [init: Init<Shape>];

/** The entry of an operation table for a path and a method in upper case. */
export type TableEntry<V extends Vendor, Path, Method extends string> = Extract<
  V["operations"][keyof V["operations"]],
  Operation & { path: Path; method: Method }
>;

type RequiredKeys<T> = { [Key in keyof T]-?: object extends Pick<T, Key> ? never : Key }[keyof T];

/** Drops the members that openapi-typescript marks as absent with `?: never`. */
type Present<T> = { [Key in keyof T as [NonNullable<T[Key]>] extends [never] ? never : Key]: T[Key] };
