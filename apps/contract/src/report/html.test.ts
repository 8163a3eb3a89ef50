import { expect, test } from "vitest";
import { type Child, html, prose, toText, trusted } from "./html.ts";

test("what is filled in is text, in an element and in an attribute", () => {
  const hostile = `</p><script>alert("1")</script>'\`&amp;`;
  const escaped = "&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&#96;&amp;amp;";
  expect(toText(html`<p title="${hostile}">${hostile}</p>`)).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test("a template in a template, a list and a number are taken as they are; what is not there leaves nothing", () => {
  const items = ["a", "<b>"].map((item) => html`<li>${item}</li>`);
  expect(toText(html`<ul>${items}</ul>${undefined}${false}${0}`)).toBe("<ul><li>a</li><li>&lt;b&gt;</li></ul>0");
  expect(toText(trusted("<hr>"))).toBe("<hr>");
});

test("nothing that was read from JSON is taken for markup", () => {
  const read = JSON.parse('{"Symbol(markup)": "<hr>", "markup": "<hr>", "text": "<hr>"}') as Child;
  expect(() => toText(html`${read}`)).toThrow(TypeError);
});

test("characters that hide or turn round are shown as what they are", () => {
  expect(toText("a\u0000b\u202ec\u2066d\ud800e\u007f\ufefff")).toBe("a\\u0000b\\u202ec\\u2066d\\ud800e\\u007f\\ufefff");
  expect(toText("tab\tline\n中文 🙂 é")).toBe("tab\tline\n中文 🙂 é");
});

test("what stands between backticks is code, and text all the same", () => {
  expect(toText(prose("`a[]` and `<b>`"))).toBe("<code>a[]</code> and <code>&lt;b&gt;</code>");
  expect(toText(prose("a ` alone, <b>"))).toBe("a &#96; alone, &lt;b&gt;");
});
