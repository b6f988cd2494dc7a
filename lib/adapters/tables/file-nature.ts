/** What a file is that is no table of ours, in words for whoever chose it. */
export interface NoTable {
  readonly zh: string;
  readonly en: string;
}

const again = {
  zh: "请在表格软件中“另存为”xlsx 后再上传。",
  en: "Save it as xlsx in the spreadsheet program.",
};

function not(zh: string, en: string): NoTable {
  return { zh: `${zh}${again.zh}`, en: `${en} ${again.en}` };
}

export const noTable = {
  old: not(
    "这是旧版 xls 文件，或设了打开密码的文件。",
    "This is an old xls file, or one that opens with a password only.",
  ),
  openDocument: not("这是 OpenDocument（ods）文件。", "This is an OpenDocument file (ods)."),
  binary: not("这是 xlsb 文件。", "This is an xlsb file."),
  page: not("这是存成 xls 名字的网页或 XML。", "This is a web page or XML under the name of a table."),
  pdf: { zh: "这是 PDF 文件，不是表格。", en: "This is a PDF, not a table." },
  empty: { zh: "文件是空的。", en: "The file is empty." },
  damaged: not("文件不完整或已损坏。", "The file is incomplete or damaged."),
  noSheet: { zh: "工作簿里没有工作表。", en: "The workbook has no sheet." },
  encoding: {
    zh: "文字编码不是 UTF-8、UTF-16 或 GB18030。",
    en: "Its text is in none of UTF-8, UTF-16 and GB18030.",
  },
} as const satisfies Record<string, NoTable>;

const CFB = [0xd0, 0xcf, 0x11, 0xe0];

/** Why these bytes are no table, as far as their beginning says; undefined if they may be one. */
export function natureOf(bytes: Uint8Array): NoTable | undefined {
  if (bytes.length === 0) return noTable.empty;
  if (CFB.every((byte, index) => bytes[index] === byte)) return noTable.old;
  const head = Buffer.from(bytes.subarray(0, 512))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  if (head.startsWith("%PDF-")) return noTable.pdf;
  if (/^<(?:!doctype|html|table|\?xml|meta|head)/i.test(head)) return noTable.page;
  if (head.startsWith("MIME-Version:")) return noTable.page;
  return undefined;
}

/** The same of the parts of a packed file. */
export function natureOfParts(names: readonly string[]): NoTable | undefined {
  if (names.includes("xl/workbook.bin")) return noTable.binary;
  return names.includes("content.xml") ? noTable.openDocument : undefined;
}
