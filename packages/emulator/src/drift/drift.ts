/** The ways in which answers drift from the spec. */
export const driftKinds = [
  "new-field",
  "removed-field",
  "renamed-field",
  "type-change",
  "null",
  "new-enum-value",
  "time-form",
  "envelope",
] as const;

/**
 * - `new-field`: a field that the spec does not know.
 * - `removed-field`: a documented field is gone.
 * - `renamed-field`: a documented field has another name.
 * - `type-change`: a value has another JSON type.
 * - `null`: null where the spec allows none.
 * - `new-enum-value`: a value that is none of those that the spec lists.
 * - `time-form`: a day for an instant, an instant for a day; where the spec takes both, an instant without an offset.
 * - `envelope`: the items stand elsewhere in the body.
 */
export type DriftKind = (typeof driftKinds)[number];

/** One way in which all answers of an operation differ from the spec. */
export type Drift =
  | {
      readonly kind: Exclude<DriftKind, "envelope">;
      /**
       * JSON Pointer to the field, from the body: `/totalCount`. A step `*` is each item of an array.
       * Default: drawn by the seed at the first answer that has something there, and the same from then on. What is
       * drawn spares the items, their identifier and their times.
       */
      readonly at?: string | undefined;
    }
  | { readonly kind: "envelope" };
