import type { Errand } from "../ports/errands.ts";
import { type SendCodePorts, sendCode } from "./find-code.ts";
import { type FollowerFilePorts, fetchFollowerFile } from "./follower-file.ts";

export type ErrandPorts = SendCodePorts & FollowerFilePorts;

/** Does what a resident's request set going; throws to be asked again. Twice does no harm. */
export async function runErrand(ports: ErrandPorts, { errand, id }: Errand): Promise<void> {
  switch (errand) {
    case "find-code":
      return sendCode(ports, id);
    case "follower-file":
      return fetchFollowerFile(ports, id);
  }
}
