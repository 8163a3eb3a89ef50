const date = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const time =
  /^[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?<offset>[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;
const longest = 40;

/** The form of a string that may be a time: JSON Schema's `date` or `date-time`, or what it is instead, in words. */
export function formOf(text: string): string {
  if (isUsual(text)) return "date-time";
  if (text.length > longest) return `string of ${text.length} characters`;
  if (text.length === 10 && date.test(text)) return "date";
  const rest = date.test(text.slice(0, 10)) ? time.exec(text.slice(10)) : null;
  if (rest) return rest.groups?.offset ? "date-time" : "date-time without an offset";
  if (text === "") return "empty string";
  if (/^\d{10}(?:\d{3})?$/.test(text)) return "Unix time in a string";
  return Number.isNaN(Date.parse(text)) ? `string of ${text.length} characters` : "date or time of another form";
}

/** Whether a number can be a Unix time of our days, in seconds or in milliseconds. */
export function isUnixTime(value: number): boolean {
  return (value > 1e9 && value < 1e10) || (value > 1e12 && value < 1e13);
}

/**
 * Whether a text is a date-time as `toISOString` writes it, the form that vendors use. A page has hundreds of them, and
 * this takes a tenth of the time that the expressions take.
 */
function isUsual(text: string): boolean {
  if (text.length !== 24) return false;
  for (let index = 0; index < 24; index++) {
    const code = text.charCodeAt(index);
    const mark = usual.charCodeAt(index);
    if (mark === zero ? code < zero || code > nine : code !== mark) return false;
  }
  return (
    hasRange(text, 5, 1, 12) &&
    hasRange(text, 8, 1, 31) &&
    hasRange(text, 11, 0, 23) &&
    hasRange(text, 14, 0, 59) &&
    hasRange(text, 17, 0, 60)
  );
}

const usual = "0000-00-00T00:00:00.000Z";
const [zero, nine] = [48, 57];

/** Whether two digits at a place are a number from `least` to `most`. */
function hasRange(text: string, at: number, least: number, most: number): boolean {
  const number = (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;
  return number >= least && number <= most;
}
