import * as z from "zod";
import { grades } from "../core/grades.ts";

/** The complainant's grade as recorded. */
export const rated = z.strictObject({ number: z.string(), grade: z.literal(grades) }).meta({ id: "Rated" });
