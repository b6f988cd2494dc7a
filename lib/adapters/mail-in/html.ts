import { compile } from "html-to-text";
import type { DefectList } from "./defects.ts";

/** Beyond this a page is not a letter; the plain stripper keeps time and memory linear. */
const PARSER_LIMIT = 1_000_000;

/** What no reader of the mail sees: the line that mailers put there for the inbox's preview. */
const unseen = ["[hidden]", '[style*="display:none"]', '[style*="display: none"]'];

function converterOf(skipped: readonly string[]) {
  return compile({
    wordwrap: false,
    preserveNewlines: false,
    selectors: [
      ...skipped.map((selector) => ({ selector, format: "skip" })),
      { selector: "a", options: { ignoreHref: true } },
      { selector: "img", format: "alternative" },
      { selector: "script", format: "skip" },
      { selector: "style", format: "skip" },
      { selector: "title", format: "skip" },
      { selector: "hr", format: "rule" },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      { selector: "table", format: "block" },
      { selector: "tr", format: "block" },
      { selector: "td", format: "cell" },
      { selector: "th", format: "cell" },
    ],
    formatters: {
      alternative: (element, _walk, builder) => builder.addInline(element.attribs?.["alt"] ?? ""),
      rule: (_element, _walk, builder) => {
        builder.openBlock({ leadingLineBreaks: 1 });
        builder.addInline("----------");
        builder.closeBlock({ trailingLineBreaks: 1 });
      },
      // Cells stand in one line unless they hold blocks of their own.
      cell: (element, walk, builder) => {
        walk(element.children, builder);
        builder.addInline(" ");
      },
    },
  });
}

const convert = converterOf(unseen);
const convertAll = converterOf([]);

/** HTML to readable text; quotations come out with "> " before each line. */
export function htmlToText(html: string, defects: DefectList): string {
  if (html.length > PARSER_LIMIT) {
    defects.add("html-not-parsed");
    return stripTags(html);
  }
  try {
    const seen = convert(html);
    // A mail of which nothing at all would be seen is read whole, rather than lost.
    return (seen.trim() === "" ? convertAll(html) : seen).replaceAll("\u00a0", " ");
  } catch (error) {
    // Elements nested some thousand levels deep exhaust the converter's stack.
    if (!(error instanceof RangeError)) throw error;
    defects.add("html-not-parsed");
    return stripTags(html);
  }
}

/** Text as HTML, for mails that mix plain parts with HTML parts. */
export function textToHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<div>${escaped.replace(/\r?\n/g, "<br>\n")}</div>`;
}

/** The charset an HTML page declares for itself, from its first 4 KB. */
export function metaCharset(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString("latin1");
  return /<meta\b[^>]*?\bcharset\s*=\s*["']?([^\s"'>;/]+)/i.exec(head)?.[1] ?? null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function stripTags(html: string): string {
  return dropElements(dropElements(html, "script"), "style")
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^<>]*>/gi, "\n")
    .replace(/<[!/a-z][^<>]*>/gi, "")
    .replace(/&#(\d{1,7});/g, (entity, digits: string) => codePoint(Number(digits)) ?? entity)
    .replace(/&([a-z]{2,6});/gi, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity);
}

/** Removes closed elements of one name in one pass; an unclosed one stays, lest it swallow the letter. */
function dropElements(html: string, name: string): string {
  const lower = html.toLowerCase();
  const kept: string[] = [];
  let from = 0;
  for (let start = lower.indexOf(`<${name}`); start >= 0; start = lower.indexOf(`<${name}`, from)) {
    const end = lower.indexOf(`</${name}`, start);
    if (end < 0) break;
    kept.push(html.slice(from, start));
    from = end + name.length + 2;
  }
  kept.push(html.slice(from));
  return kept.join("");
}

const codePoint = (code: number): string | null =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
