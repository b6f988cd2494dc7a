import * as z from "zod";
import { paperFormNames } from "../../domain/papers/forms.ts";
import { id } from "../core/text.ts";
import { placeName } from "../residents/bodies.ts";

/** Name of a paper form in a path. */
export const paperForm = z.enum(paperFormNames);

/** `GET /forms/{form}`: a blank sheet, with a project's name or for any. */
export const blankFormQuery = z.strictObject({
  projectId: id.exactOptional(),
  place: placeName.exactOptional().meta({
    description:
      "Where the notice hangs, e.g. 8栋1单元电梯: its code opens a complaint with the place filled in",
  }),
});
