/** What is wrong, and the JSON Pointer (RFC 6901) from the document's root to it. */
export type Problem = { readonly pointer: string; readonly message: string };

/**
 * What is wrong with the `x-pagination` of an operation: keys, values, and whether the parameters, pointers and
 * header that it names exist. Empty where all is right, and where the operation does not list.
 *
 * @param document an OpenAPI document; references to other files are not followed
 * @param path key of `paths`, such as `/ai/chats/list`
 * @param method in lower case, such as `get`
 */
export function paginationProblems(document: unknown, path: string, method: string): Problem[];

/** The same for every operation of a document, and for descriptors that stand where they describe nothing. */
export function allPaginationProblems(document: unknown): Problem[];
