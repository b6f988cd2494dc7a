import { isProblem, problem } from "../../../app/problems/problem.ts";
import { addMessage } from "../../../app/residents/acts.ts";
import { tooOften } from "../../../app/residents/throttle.ts";
import { publicMessageBody } from "../../../contracts/public/bodies.ts";
import { canonicalJson } from "../../../domain/document/chain.ts";
import { defined } from "../../../domain/present.ts";
import { localDate, toInstant } from "../../../domain/time/instant.ts";
import { idempotencyKey } from "../core/idempotency.ts";
import { refusalOf } from "../core/refusal.ts";
import { found, json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { validated } from "../core/validate.ts";
import { refusedPage } from "../residents/refused-page.ts";
import {
  type Tracked,
  type TrackPorts,
  trackAddress,
  trackedOf,
  unknownTracked,
} from "../residents/tracked.ts";
import { trackingOf } from "./tracking-view.ts";

/** Adds words or files of the complainant's, once; a form is answered with the progress page, JSON with JSON. */
export async function addPublicMessage(load: () => Promise<TrackPorts>, http: ApiRequest) {
  const tracked = await trackedOf(await load(), http);
  const form = await http.anyForm();
  if (tracked === undefined) return form === undefined ? problem("unknown-complaint") : unknownTracked(http);
  if (form === undefined) {
    const result = await added(tracked, http.json());
    return isProblem(result) ? result : json(200, trackingOf(result, tracked.project?.name));
  }
  try {
    const result = await added(tracked, defined({ text: form.fields["text"] }));
    if (isProblem(result)) throw refusalOf(result);
    return found(trackAddress(tracked));
  } catch (error) {
    return refusedPage(error, http, form.fields);
  }
}

async function added({ ports, http, complaint }: Tracked, sent: unknown) {
  const { text, attachments } = validated(publicMessageBody, sent);
  const { projectId, timeZone } = complaint.registration;
  if (await tooOften(ports, "write", { address: http.sourceIp, projectId })) return problem("too-often");
  const day = localDate(toInstant(ports.clock.now()), timeZone);
  const once = idempotencyKey(http) ?? `${day}:${canonicalJson({ text, attachments })}`;
  return addMessage(ports, complaint, { text, once, ...defined({ photos: attachments }) });
}
