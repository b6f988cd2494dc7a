import type { ReportWriter } from "../../app/reports/document-input.ts";
import { analysisSheet } from "./analysis.ts";
import { wordDocument } from "./document.ts";

/** The month's texts as Word documents. */
export const reportWriter: ReportWriter = {
  analysis: (input) => wordDocument(analysisSheet(input, [])),
};
