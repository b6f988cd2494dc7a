import type { Consent } from "../../domain/complaint/consent.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { canonicalJson } from "../../domain/document/chain.ts";
import { defined } from "../../domain/present.ts";
import { type IntakePorts, receiveComplaint } from "../intake/intake.ts";
import type { IntakeRequest } from "../intake/intake-request.ts";
import { standingFor } from "../intake/standing.ts";
import type { Draft } from "../ports/drafts.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { PUBLIC_SYSTEM } from "../uploads/announce.ts";
import { type DraftPorts, findDraft } from "./draft.ts";
import { followerKey, followerName } from "./follower.ts";

const ATTEMPTS = 8;

/**
 * Registers what a resident has written: once, however often and at the same time it is sent. The draft is frozen before,
 * so that a repeat after a crash brings the same words and gives the same complaint; what is refused can be changed again.
 */
export async function sendDraft(
  ports: IntakePorts & DraftPorts,
  projectId: string,
  token: string,
  consent: Consent,
): Promise<Complaint | Problem> {
  const frozen = await freeze(ports, projectId, token, consent);
  if (isProblem(frozen)) return frozen;
  const request = requestOf(frozen);
  const standing = await standingFor(ports, request);
  const result =
    standing.known === undefined
      ? await receiveComplaint(ports, request, standing)
      : { complaint: standing.known };
  if (isProblem(result)) {
    const { frozen: _, ...open } = frozen;
    await ports.drafts.replace({ ...open, revision: frozen.revision + 1 }, frozen.revision);
    return result;
  }
  // Before the draft forgets it: a repeat after a crash between the two does it again.
  const follower = followerIn(frozen.answers);
  if (follower !== undefined)
    await ports.complaints.addContact(result.complaint, followerKey(ports, follower.appId, follower.openId));
  await finish(ports, projectId, token, result.complaint.registration.id);
  return result.complaint;
}

async function freeze(
  ports: DraftPorts,
  projectId: string,
  token: string,
  frozen: Consent,
): Promise<Draft | Problem> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await findDraft(ports, projectId, token);
    if (draft === undefined) return problem("draft-gone");
    if (draft.frozen !== undefined) return draft;
    const next = { ...draft, frozen, revision: draft.revision + 1 };
    if (await ports.drafts.replace(next, draft.revision)) return next;
  }
  return problem("busy");
}

/** The draft says what it has become and keeps nothing of it. */
async function finish(
  ports: DraftPorts,
  projectId: string,
  token: string,
  registered: string,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await findDraft(ports, projectId, token);
    if (draft === undefined || draft.complaintId !== undefined) return;
    const done = { ...draft, answers: { matter: "" }, photos: [], complaintId: registered };
    if (await ports.drafts.replace({ ...done, revision: draft.revision + 1 }, draft.revision)) return;
  }
}

function requestOf({ id, projectId, answers, photos, frozen }: Draft): IntakeRequest {
  const { matter, place, building, unit, room, name, phone, anonymous, joins, language } = answers;
  const attachments = photos.map(({ uploadId }) => uploadId);
  const follower = followerIn(answers);
  return {
    channel: follower === undefined ? "web" : "wechat",
    system: PUBLIC_SYSTEM,
    sourceId: id,
    by: { kind: "channel", id: PUBLIC_SYSTEM },
    body: canonicalJson({ answers, attachments }),
    projectId,
    matter,
    complainant: anonymous === true ? { anonymous } : defined({ name, phone, language }),
    location: defined({ building, unit, room }),
    ...defined({ place, consent: frozen, classCode: joins }),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(follower === undefined
      ? {}
      : { channelData: follower, contactId: followerName(follower, follower.openId) }),
  };
}

/** Who stays anonymous is not told of answers in the account either: it would say who it is. */
function followerIn({ follower, anonymous }: Draft["answers"]) {
  return anonymous === true ? undefined : follower;
}
