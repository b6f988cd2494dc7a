import type { Errand } from "../ports/errands.ts";
import { type SendCodePorts, sendCode } from "../residents/find-code.ts";
import { type FollowerFilePorts, fetchFollowerFile } from "../residents/follower-file.ts";
import { type SendTestPorts, sendTest } from "../services/try.ts";

export type ErrandPorts = SendCodePorts & FollowerFilePorts & SendTestPorts;

/** Does what a request set going; throws to be asked again. Twice does no harm. */
export async function runErrand(ports: ErrandPorts, { errand, id }: Errand): Promise<void> {
  switch (errand) {
    case "find-code":
      return sendCode(ports, id);
    case "follower-file":
      return fetchFollowerFile(ports, id);
    case "service-test":
      return sendTest(ports, id);
  }
}
