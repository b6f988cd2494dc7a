import { cameBack, type Rejection } from "../../domain/notices/notice.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { type FollowingPorts, sendElsewhere } from "../notices/fallback.ts";
import { type NoticeName, namedNotices } from "../notices/tags.ts";
import type { Ports } from "../ports/index.ts";
import type { MailEvent, ParsedMail } from "../ports/mail.ts";

type ReturnedPorts = FollowingPorts & Pick<Ports, "crypto" | "notices" | "telemetry">;

/** Returned letters hold the original or its headers; more of a large one is not looked at. */
const LOOK_AT = 300_000;
/** Not returned yet: the server goes on trying (RFC 3464). */
const DELAYED = /^Action:\s*delayed/im;
/** One recipient is lost for good, whatever the report says of others. */
const FAILED = /^Action:\s*failed/im;

/**
 * Records a returned mail on the notices it names and sends them another way. True if it named one of ours: then it
 * has said all it can say and need not be looked at by people.
 */
export async function takeReturned(
  ports: ReturnedPorts,
  mail: ParsedMail,
  raw: Uint8Array,
): Promise<boolean> {
  const latin1 = new TextDecoder("latin1");
  const parts = [raw, ...mail.attachments.map(({ content }) => content)];
  const text = [mail.text, ...parts.map((part) => latin1.decode(part.subarray(0, LOOK_AT)))].join("\n");
  const names = namedNotices(ports, text);
  if (DELAYED.test(text) && !FAILED.test(text)) return names.length > 0;
  return reject(ports, names, "returned");
}

/** Records the event on the notice of that mail and sends it another way; a mail of no notice is nobody's loss. */
export async function takeMailEvent(
  ports: ReturnedPorts,
  { happened, references }: MailEvent,
): Promise<void> {
  await reject(ports, namedNotices(ports, references), happened);
}

/** True if one of them is a notice of ours. */
async function reject(
  ports: ReturnedPorts,
  names: readonly NoticeName[],
  happened: Rejection,
): Promise<boolean> {
  let ours = false;
  for (const { subject, key } of names) {
    const notice = await ports.notices.load(ports.notices.refOf({ subject, key }));
    if (notice === undefined) continue;
    ours = true;
    const after = cameBack(notice, toInstant(ports.clock.now()), happened);
    if (after !== notice) {
      // Lost to a sender at work: the queue brings the message again.
      if (!(await ports.notices.replace(notice, after))) throw new Error(`notice ${key} changed meanwhile`);
      ports.telemetry.count("NoticesReturned");
    }
    // Also after a crash between the two: planning the same notice again is no error.
    await sendElsewhere(ports, after);
  }
  return ours;
}
