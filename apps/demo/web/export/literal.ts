/** A value as TypeScript writes it, on one line. Texts are JSON, so that no text can end its own quotes. */
export function toLiteral(value: unknown): string {
  if (value instanceof Date) return `new Date(${JSON.stringify(value)})`;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return toText(value);
  const members = Object.entries(value).filter(([, member]) => !isNothing(member));
  if (members.length === 0) return "{}";
  return `{ ${members.map(([name, member]) => `${toName(name)}: ${toLiteral(member)}`).join(", ")} }`;
}

/** What is absent, or an object that says nothing. */
function isNothing(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === "object" && value !== null && !(value instanceof Date) && Object.keys(value).length === 0;
}

/** Line separators and signs of direction would hide in a program what it says. */
function toText(value: unknown): string {
  return (JSON.stringify(value) ?? "undefined").replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (sign) => {
      return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
    },
  );
}

function toName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== "__proto__" ? name : `[${toText(name)}]`;
}
