/** Values of a closed list and the words for them. */
export type Options = Readonly<Record<string, string>>;

/** A filter of a vendor, as a control. Its name is the vendor's own parameter. */
export type FilterField = {
  readonly name: string;
  readonly label: string;
} & (
  | { readonly kind: "search"; readonly maximumLength?: number }
  | { readonly kind: "id" }
  /** Everything in one text: `state:open since:7d refund`. */
  | { readonly kind: "query" }
  | { readonly kind: "choice"; readonly options: Options; readonly isRequired?: true }
  | { readonly kind: "choices"; readonly options: Options }
  /** A day. Days with the same group share a control; `short` is the label in it. */
  | { readonly kind: "day"; readonly group: string; readonly short: string }
);

/** Values of the filters in use, by name. A filter that is not in use is absent. */
export type FilterValues = Readonly<Record<string, readonly string[]>>;

/** Reads the filters from the parameters of an address. What no control could have written is left out. */
export function readValues(fields: readonly FilterField[], parameters: URLSearchParams): FilterValues {
  const entries = fields.map((field): [string, readonly string[]] => {
    const given = [...new Set(parameters.getAll(field.name))].filter((value) => isPossible(field, value));
    return [field.name, field.kind === "choices" ? given : withDefault(field, given.slice(0, 1))];
  });
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

function isPossible(field: FilterField, value: string): boolean {
  if ("options" in field) return Object.hasOwn(field.options, value);
  if (field.kind === "day") return toDay(value) !== undefined;
  const most = field.kind === "query" ? 2000 : ("maximumLength" in field && field.maximumLength) || 256;
  return value !== "" && value.length <= most;
}

/** A filter that the vendor requires always has a value: the first, until another is chosen. */
function withDefault(field: FilterField, values: readonly string[]): readonly string[] {
  if (values.length > 0 || !isRequired(field) || !("options" in field)) return values;
  return Object.keys(field.options).slice(0, 1);
}

/** Whether the vendor lists nothing without this filter. */
export function isRequired(field: FilterField): boolean {
  return "isRequired" in field && field.isRequired === true;
}

/** The filters in use that could be left out. */
export function activeFields(fields: readonly FilterField[], values: FilterValues): readonly FilterField[] {
  return fields.filter((field) => !isRequired(field) && values[field.name] !== undefined);
}

/** The values without the filters that can be left out. */
export function clearValues(fields: readonly FilterField[], values: FilterValues): FilterValues {
  const kept = fields.filter(isRequired).flatMap(({ name }) => (values[name] ? [[name, values[name]]] : []));
  return Object.fromEntries(kept);
}

/** The values with one filter changed; an empty list takes it out of use. */
export function changeValue(values: FilterValues, name: string, value: readonly string[]): FilterValues {
  const { [name]: _, ...others } = values;
  return value.length === 0 ? others : { ...others, [name]: value };
}

/** The text of a filter. */
export function textOf(values: FilterValues, name: string): string | undefined {
  return values[name]?.[0];
}

/** The choices of a filter, typed by its options. */
export function choicesOf<O extends Options>(values: FilterValues, name: string, options: O): (keyof O & string)[] {
  return (values[name] ?? []).filter((value) => Object.hasOwn(options, value));
}

/** The choice of a filter, typed by its options. */
export function choiceOf<O extends Options>(
  values: FilterValues,
  name: string,
  options: O,
): (keyof O & string) | undefined {
  return choicesOf(values, name, options)[0];
}

/** The start of a filter's day in the time zone of the reader. */
export function dayOf(values: FilterValues, name: string): Date | undefined {
  return toDay(values[name]?.[0]);
}

/** `new Date("2026-11-01")` would be midnight in UTC, which is another day for many readers. */
function toDay(text: string | undefined): Date | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? "") ?? [];
  if (day === undefined) return undefined;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? date : undefined;
}
