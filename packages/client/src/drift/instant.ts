const day = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const time = String.raw`[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?`;
const offset = String.raw`(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)`;

// A page has hundreds of times: one expression each, without captures, is what a look at them may cost.
const dateTime = new RegExp(`^${day}${time}${offset}$`);
const date = new RegExp(`^${day}$`);
const withoutOffset = new RegExp(`^${day}${time}$`);

const longest = 40;

/** The form of a string that may be a time: JSON Schema's `date` or `date-time`, or what it is instead, in words. */
export function formOf(text: string): string {
  if (text.length > longest) return `string of ${text.length} characters`;
  if (dateTime.test(text)) return "date-time";
  if (date.test(text)) return "date";
  if (withoutOffset.test(text)) return "date-time without an offset";
  if (text === "") return "empty string";
  if (/^\d{10}(?:\d{3})?$/.test(text)) return "Unix time in a string";
  return Number.isNaN(Date.parse(text)) ? `string of ${text.length} characters` : "date or time of another form";
}

/** Whether a number can be a Unix time of our days, in seconds or in milliseconds. */
export function isUnixTime(value: number): boolean {
  return (value > 1e9 && value < 1e10) || (value > 1e12 && value < 1e13);
}
