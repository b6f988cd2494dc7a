import type { Errand } from "../ports/errands.ts";
import { copyRecording, type RecordingPorts } from "../recordings/copy.ts";
import { type SendCodePorts, sendCode } from "../residents/find-code.ts";
import { type FollowerFilePorts, fetchFollowerFile } from "../residents/follower-file.ts";
import { type SendTestPorts, sendTest } from "../services/try.ts";

export type ErrandPorts = SendCodePorts & FollowerFilePorts & SendTestPorts & RecordingPorts;

/** Does what a request set going; throws to be asked again. Twice does no harm. */
export async function runErrand(ports: ErrandPorts, errand: Errand): Promise<void> {
  switch (errand.errand) {
    case "find-code":
      return sendCode(ports, errand.id);
    case "follower-file":
      return fetchFollowerFile(ports, errand.id);
    case "service-test":
      return sendTest(ports, errand.id);
    case "recording":
      return copyRecording(ports, errand.id, errand.attempt);
  }
}
