import type * as z from "zod";
import type { classList } from "../../../contracts/complaints/class-list.ts";
import { classListVersion } from "../../../domain/classification/class-list.ts";
import {
  classCodes,
  complaintClasses,
  estateClassOf,
  planClassOf,
  serviceClassOf,
  tierClassOf,
  viewsVersion,
} from "../../../domain/classification/classes.ts";

/** Every problem point as each list of the regulations sees it (D1, D2, D5, D8, D13). */
export function classListView(): z.output<typeof classList> {
  return {
    version: classListVersion,
    viewsVersion,
    items: classCodes.map((code) => ({
      code,
      ...complaintClasses[code],
      estate: estateClassOf(code),
      plan: planClassOf(code),
      tier: tierClassOf(code),
      service: serviceClassOf(code),
    })),
  };
}
