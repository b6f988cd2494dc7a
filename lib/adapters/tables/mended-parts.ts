/*
 * What spreadsheet programs write and the reader does not know, put in words that it does. Each part of a workbook is text; what is
 * not found is left as it is.
 */

/**
 * Number formats that a Chinese Excel or WPS names by their number alone, so that nothing in the file says that they are dates
 * (ECMA-376 18.8.30, zh-CN): 3-1 typed into a cell is the first of March in format 58.
 */
const monthDay = 'm"月"d"日"';
const yearMonth = 'yyyy"年"m"月"';
const time = 'h"时"mm"分"';
const timeToSecond = 'h"时"mm"分"ss"秒"';
const chineseFormats: Readonly<Record<string, string>> = {
  27: yearMonth,
  28: monthDay,
  29: monthDay,
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: time,
  33: timeToSecond,
  34: time,
  35: timeToSecond,
  36: yearMonth,
  50: yearMonth,
  51: monthDay,
  52: yearMonth,
  53: monthDay,
  54: monthDay,
  55: time,
  56: timeToSecond,
  57: yearMonth,
  58: monthDay,
};
/** Under these numbers no program keeps formats of its own. */
const FREE = 1_000_000;

/** `xl/styles.xml` in which every number format is written out. */
export function mendedStyles(xml: string): string {
  const defined = new Set(
    [...xml.matchAll(/<(?:\w+:)?numFmt\s[^>]*?numFmtId\s*=\s*["'](\d+)["']/g)].map(([, id]) => id),
  );
  const used = new Set<string>();
  const renamed = xml.replace(
    /(<(?:\w+:)?xf\s[^>]*?numFmtId\s*=\s*["'])(\d+)(["'])/g,
    (whole: string, before: string, id: string, after: string) => {
      if (chineseFormats[id] === undefined || defined.has(id)) return whole;
      used.add(id);
      return `${before}${FREE + Number(id)}${after}`;
    },
  );
  if (used.size === 0) return xml;
  const [, prefix = ""] = /<(\w+:)?styleSheet\b/.exec(xml) ?? [];
  const written = [...used].map((id) => {
    const code = (chineseFormats[id] ?? "").replaceAll('"', "&quot;");
    return `<${prefix}numFmt numFmtId="${FREE + Number(id)}" formatCode="${code}"/>`;
  });
  const own = /<(?:\w+:)?numFmts\b[^>]*?>/.exec(renamed);
  const isOpen = own !== null && !own[0].endsWith("/>");
  return isOpen
    ? renamed.replace(own[0], () => own[0] + written.join(""))
    : renamed.replace(
        /<(?:\w+:)?styleSheet\b[^>]*>/,
        (opening) => `${opening}<${prefix}numFmts>${written.join("")}</${prefix}numFmts>`,
      );
}

/** How a text is spoken (注音), which an input method writes beside it: no part of it. */
const phonetic = /<(\w+:)?rPh\b[^>]*?(?:\/>|>.*?<\/(?:\w+:)?rPh>)/gs;
/** A formula that gave no text: computed, unlike one that holds no value at all. */
const gaveNothing =
  /(<(?:\w+:)?c\b[^>]*?\bt\s*=\s*["']str["'][^>]*(?<!\/)>(?:(?!<\/(?:\w+:)?c>).)*?)<((?:\w+:)?)v\s*(?:\/>|><\/(?:\w+:)?v>)/gs;

/** A text of `xl/sharedStrings.xml` or a sheet without what is not shown of it. */
export function mendedTexts(xml: string): string {
  return xml.replace(phonetic, "");
}

/** A sheet without what is not shown, and without the empty rows that were formatted below `lastRow`. */
export function mendedSheet(xml: string, lastRow: number): string {
  return mendedTexts(xml)
    .replace(gaveNothing, (_, before: string, prefix: string) => `${before}<${prefix}v> </${prefix}v>`)
    .replace(
      /<(?:\w+:)?row\s(?:(?!\/>)[^>])*?\br\s*=\s*["'](\d+)["'](?:[^>]*?\/>|[^>]*>(?:(?!<\/(?:\w+:)?row>).)*<\/(?:\w+:)?row>)/gs,
      (whole: string, row: string) => (Number(row) > lastRow && !holdsValue.test(whole) ? "" : whole),
    );
}

const holdsValue = /<(?:\w+:)?(?:v|is|f)\b/;
