/** A page of Markdown, taken apart. Code is not searched for links, and comments are not searched for anything. */
export interface Page {
  readonly links: readonly string[];
  /** What stands between backquotes in the prose. */
  readonly codeSpans: readonly string[];
  /** Blocks of code, with what stands behind their fence. */
  readonly blocks: readonly Block[];
  /** Names by which a link leads to a heading. */
  readonly anchors: ReadonlySet<string>;
}

/** A block of code. */
interface Block {
  /** The language and what follows it, such as `ts src/file.ts`; empty where there is none. */
  readonly info: string;
  readonly code: string;
}

const fence = /^```(.*)\n([\s\S]*?)^```$/gm;
const codeSpan = /`([^`\n]+)`/g;
const link = /\[(?:[^[\]]|\[[^\]]*\])*\]\(([^()\s]+)\)/g;

/** Takes a page apart. */
export function toPage(text: string): Page {
  const visible = text.replaceAll("\r\n", "\n").replace(/<!--[\s\S]*?-->/g, "");
  const blocks = [...visible.matchAll(fence)].map(([, info = "", code = ""]) => ({ info: info.trim(), code }));
  const prose = visible.replace(fence, "");
  return {
    links: [...prose.replace(codeSpan, "code").matchAll(link)].map(([, target = ""]) => target),
    codeSpans: [...prose.matchAll(codeSpan)].map(([, code = ""]) => code.replaceAll("\\|", "|")),
    blocks,
    anchors: toAnchors([...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => heading)),
  };
}

/** As GitHub names headings: lower case, blanks as hyphens, other signs left out, and a number where a name comes again. */
function toAnchors(headings: readonly string[]): Set<string> {
  const anchors = new Set<string>();
  for (const heading of headings) {
    const words = heading.replace(link, (whole) => whole.slice(1, whole.indexOf("]")));
    const name = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, "")
      .replaceAll(" ", "-");
    let [anchor, count] = [name, 0];
    while (anchors.has(anchor)) anchor = `${name}-${++count}`;
    anchors.add(anchor);
  }
  return anchors;
}
