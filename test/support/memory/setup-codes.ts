import type { SetupCodeStore } from "../../../lib/app/ports/setup.ts";
import type { SetupCode } from "../../../lib/domain/setup/code.ts";

export function memorySetupCodes(): SetupCodeStore {
  let standing: SetupCode | undefined;
  return {
    put: async (code) => {
      standing = code;
    },
    find: async () => standing,
    use: async (hash, personId) => {
      if (standing?.hash !== hash || (standing.usedBy ?? personId) !== personId) return false;
      standing = { ...standing, usedBy: personId };
      return true;
    },
  };
}
