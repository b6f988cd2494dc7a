import { HOUSEHOLDS_PER_PART } from "../../domain/organisation/households.ts";
import { normalContact } from "../../domain/organisation/identity/contact.ts";
import type { Household } from "../../domain/organisation/organisation.ts";
import type { Traces } from "../../domain/person-data/traces.ts";
import { omit } from "../../domain/present.ts";
import type { ErasurePorts } from "./ports.ts";

/**
 * Takes name and number out of the rows of the household files that hold one of the person's numbers, of the list that
 * counts and of the one before. The flat stays: it is the project's. The next list that is put in says anew what the register holds.
 */
export async function eraseOfHouseholds(
  { households }: Pick<ErasurePorts, "households">,
  { projectIds, phones }: Traces,
): Promise<number> {
  let erased = 0;
  for (const projectId of phones.length === 0 ? [] : projectIds) {
    const list = await households.list(projectId);
    for (const importId of [list?.importId, list?.previousImportId]) {
      if (importId === undefined) continue;
      for (let index = 0; ; index += 1) {
        const rows = await households.part(projectId, importId, index);
        const after = rows.map((row) => withoutPerson(row, phones));
        const changed = after.filter((row, at) => row !== rows[at]).length;
        if (changed > 0) await households.rewrite(projectId, importId, index, after);
        erased += changed;
        if (rows.length < HOUSEHOLDS_PER_PART) break;
      }
    }
  }
  return erased;
}

function withoutPerson(row: Household, phones: readonly string[]): Household {
  const isOf = row.phone !== undefined && phones.includes(normalContact(row.phone).replace(/#.*$/, ""));
  return isOf ? omit(row, "name", "phone") : row;
}
