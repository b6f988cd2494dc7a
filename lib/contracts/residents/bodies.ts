import * as z from "zod";
import { reportPages } from "../../domain/residents/report-steps.ts";
import { line, text } from "../core/text.ts";

/** Longer names of places do not fit on a sign. */
export const placeName = line(60);

/** What a resident types, page by page; a page says in its own words what is wrong. */
export const told = {
  matter: text(4000),
  place: line(200),
  part: line(40),
  name: line(100),
  phone: line(40),
  message: text(4000),
  reason: text(2000),
} as const;

/** Pages of a report under `/r/{project}/{place}`. */
export const reportPage = z.enum([...reportPages, "privacy"]);
