import * as z from "zod";
import { email, id, line } from "../core/text.ts";

export const contractor = {
  id,
  name: line(100),
  trades: z.array(line(40)).min(1).max(20).meta({ description: "电梯维保, 绿化, 保洁 …" }),
  contact: z.strictObject({ name: line(100), phone: line(30).exactOptional(), email: email.exactOptional() }),
  contractUntil: z.iso.date().meta({ description: "The last day of the contract" }),
};

/** `PUT /contractors`: one contractor as a whole. */
export const contractorBody = z
  .strictObject({
    version: z.int().min(0).meta({ description: "The one you saw; 0 for a new one" }),
    ...contractor,
  })
  .meta({ id: "ContractorEntry" });
