/** Redocly's plugin of this repository: the house rules of `spec/README.md`. */
export default function createPlugin(): {
  readonly id: "agent-chats";
  /** Rules of OpenAPI 3 documents, by the name that follows `agent-chats/` in `redocly.yaml`. */
  readonly rules: { readonly oas3: Readonly<Record<string, () => object>> };
};
