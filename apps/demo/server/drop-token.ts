/** What stands where the token stood. */
const mark = "[redacted]";

/**
 * A text without the token of its vendor, wherever it is repeated: as it was sent, as JSON writes it, with or without its
 * slashes escaped, and as an address holds it.
 */
export function dropToken(text: string, token: string): string {
  const inJson = JSON.stringify(token).slice(1, -1);
  const forms = [token, inJson, inJson.replaceAll("/", "\\/"), encodeURIComponent(token)];
  return forms.reduce((rest, form) => rest.replaceAll(form, mark), text);
}
