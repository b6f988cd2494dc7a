import * as z from "zod";
import { id, instant } from "./text.ts";

/** `POST /reports/{month}/build`: the whole company, or one project, as of now or an earlier cut-off. */
export const buildBody = z
  .strictObject({ asOf: instant.exactOptional(), projectId: id.exactOptional() })
  .meta({ id: "ReportBuild" });
