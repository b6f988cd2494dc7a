import type { ReportWriter } from "../../app/ports/document-input.ts";
import { analysisSheet } from "./analysis.ts";
import { bulletinSheet } from "./bulletin.ts";
import { classificationSheet } from "./classification.ts";
import { wordDocument } from "./document.ts";
import { monthlySheet } from "./monthly.ts";

/** The month's texts as Word documents. */
export const reportWriter: ReportWriter = {
  bulletin: (input) => wordDocument(bulletinSheet(input)),
  monthly: (input) => wordDocument(monthlySheet(input)),
  classification: (input) => wordDocument(classificationSheet(input)),
  analysis: (input) => wordDocument(analysisSheet(input)),
};
