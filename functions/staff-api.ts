import { container } from "../lib/adapters/composition/container.ts";
import { readHeldLater } from "../lib/adapters/http/held/later.ts";
import { staffApi } from "../lib/adapters/http/staff-api.ts";
import { oidcFromEnvironment } from "../lib/adapters/identity/from-environment.ts";
import { sniffType } from "../lib/adapters/mail-in/sniff.ts";
import { readEnvironment } from "../lib/config/environment.ts";

export const handler = staffApi(
  () =>
    container("staff-api", {
      sniffType,
      readHeld: readHeldLater,
      // Half a megabyte that only the quarantine needs: loaded when somebody reads a mail there.
      parseMail: async (raw) => (await import("../lib/adapters/mail-in/index.ts")).parseMail(raw),
    }),
  oidcFromEnvironment("staff-api", process.env),
  undefined,
  readEnvironment("staff-api", process.env).EDGE_KEY,
);
