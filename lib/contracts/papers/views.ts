import * as z from "zod";

/** An inspection file (迎检卷宗) that was put together. */
export const dossierView = z
  .strictObject({
    url: z.string().meta({ description: "Works for 15 minutes" }),
    left: z.array(z.string()).meta({ description: "Names of the files that it only names" }),
  })
  .meta({ id: "Dossier" });
