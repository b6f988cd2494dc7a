import type { HeaderFooter, PageSetup } from "@cj-tech-master/excelts";
import { columnLetter } from "./letters.ts";
import { a4Landscape, pageNumbers } from "./style.ts";
import { pageHead } from "./text.ts";

/** Points between the margins of A4 landscape, less what programs differ by when they lay columns out. */
const PAGE_WIDTH = 780;
/** Per cent at which the smallest print of a sheet, nine points, is still seven. */
const READABLE = 78;

/** Points that columns take at full size: a character of the default font is 7 pixels, and a column has 5 around them. */
function pointsOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + Math.trunc(width * 7 + 5) * 0.75, 0);
}

/** A sheet as it is to be printed. */
export interface Printing {
  readonly title: string;
  /** Of the columns, in characters of the default font. */
  readonly widths: readonly number[];
  /** The head's rows: title and notes down to the columns' names. */
  readonly headRows: number;
  /** Columns that say what a row is. */
  readonly firstColumns: number;
}

/** How a sheet prints, and over how many columns its title and note stand. */
export interface PrintSetup {
  readonly pageSetup: Partial<PageSetup>;
  readonly headerFooter: Partial<HeaderFooter>;
  readonly titleColumns: number;
  /** Where long words begin: behind the columns that are repeated, or each page would show their beginning once more. */
  readonly wordsColumn: number;
}

/**
 * A4 landscape, never smaller than seven points: all columns on one page's width with the head repeated, or, where they would
 * be smaller print, on several pages side by side, each with the first columns, the columns' names, and the title above.
 */
export function printSetup({ title, widths, headRows, firstColumns }: Printing): PrintSetup {
  const isSplit = pointsOf(widths) * (READABLE / 100) > PAGE_WIDTH;
  if (!isSplit) {
    return {
      pageSetup: a4Landscape(`1:${headRows}`),
      headerFooter: { oddFooter: pageNumbers },
      titleColumns: widths.length,
      wordsColumn: 1,
    };
  }
  const repeated = Math.max(1, firstColumns);
  return {
    pageSetup: {
      ...a4Landscape(`${headRows}:${headRows}`),
      fitToPage: false,
      scale: READABLE,
      pageOrder: "overThenDown",
      printTitlesColumn: `A:${columnLetter(repeated)}`,
    },
    // The first page has the title on the sheet.
    headerFooter: {
      differentFirst: true,
      firstFooter: pageNumbers,
      oddHeader: `&C${pageHead(title)}`,
      oddFooter: pageNumbers,
    },
    titleColumns: Math.max(repeated + 1, columnsOnFirstPage(widths)),
    wordsColumn: repeated + 1,
  };
}

/** One fewer than may fit: a program with another font sets columns somewhat wider, and words are not cut by a page's end. */
function columnsOnFirstPage(widths: readonly number[]): number {
  const fits = widths.findIndex(
    (_, index) => pointsOf(widths.slice(0, index + 2)) * (READABLE / 100) > PAGE_WIDTH,
  );
  return fits === -1 ? widths.length : Math.max(1, fits);
}
