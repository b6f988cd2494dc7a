import { toInstant } from "../../time/instant.ts";
import type { StoredFile } from "../events.ts";
import { one } from "../rules/drafts.ts";
import type { Values } from "../rules/registering.ts";
import type { Definition } from "./definition.ts";

interface Attach {
  readonly type: "attach";
  readonly files: readonly StoredFile[];
  readonly personal: Values;
}

/** Files that came with a mail; names stand beside the event. */
export const attach: Definition<Attach, "attachmentsStored"> = {
  name: "attach",
  rule: {
    clause: "D13",
    zh: "来信、照片和记录随投诉妥善保管",
    en: "Letters, pictures and records are kept with the complaint",
  },
  decide: (_, { files, personal }, { now }) =>
    one({ type: "attachmentsStored", files }, toInstant(now), personal),
  folds: { attachmentsStored: (complaint) => complaint },
};
