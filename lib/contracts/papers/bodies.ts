import * as z from "zod";
import { paperFormNames } from "../../domain/papers/forms.ts";
import { id } from "../core/text.ts";

/** Name of a paper form in a path. */
export const paperForm = z.enum(paperFormNames);

/** `GET /forms/{form}`: a blank sheet, with a project's name or for any. */
export const blankFormQuery = z.strictObject({ projectId: id.exactOptional() });
