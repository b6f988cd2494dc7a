import type * as z from "zod";
import { shortTrackingUrl } from "../../../app/complaints/tracking.ts";
import { type Registered, receiveComplaint } from "../../../app/intake/intake.ts";
import type { IntakeRequest } from "../../../app/intake/intake-request.ts";
import { standingFor } from "../../../app/intake/standing.ts";
import { isProblem, type Problem, problem } from "../../../app/problems/problem.ts";
import { tooOften } from "../../../app/residents/throttle.ts";
import { PUBLIC_SYSTEM } from "../../../app/uploads/announce.ts";
import { publicComplaintBody } from "../../../contracts/public/bodies.ts";
import { canonicalJson } from "../../../domain/document/chain.ts";
import { defined, omit } from "../../../domain/present.ts";
import { localDate, toInstant } from "../../../domain/time/instant.ts";
import { registeredView } from "../complaints/registered-view.ts";
import { HONEYPOT } from "../core/form-parts.ts";
import { idempotencyKey } from "../core/idempotency.ts";
import { linkTo, lookOf } from "../core/look.ts";
import { RefusedRequest, refusalOf } from "../core/refusal.ts";
import { found, json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { validated } from "../core/validate.ts";
import { refusedPage } from "../residents/refused-page.ts";
import type { ReportPorts } from "../residents/report.ts";

type Body = z.output<typeof publicComplaintBody>;

/** Registers a complaint of anybody's, once; a form is answered with the page of its progress, JSON with JSON. */
export async function registerPublicly(load: () => Promise<ReportPorts>, http: ApiRequest) {
  const ports = await load();
  const form = await http.anyForm();
  if (form === undefined) {
    const result = await registered(ports, http, validated(publicComplaintBody, http.json()));
    if (isProblem(result)) return result;
    const view = registeredView(ports, result.complaint);
    return result.created ? json(201, view) : json(200, view);
  }
  try {
    const result = await registered(ports, http, bodyOf(form.fields));
    if (isProblem(result)) throw refusalOf(result);
    const { pathname, searchParams } = new URL(shortTrackingUrl(ports, result.complaint));
    return found(linkTo(lookOf(http), pathname, Object.fromEntries(searchParams)));
  } catch (error) {
    return refusedPage(error, http, form.fields);
  }
}

/** The flat fields of a plain form. Throws invalid-request; for the field that people do not see as well. */
function bodyOf(fields: Readonly<Record<string, string>>): Body {
  if (fields[HONEYPOT] !== undefined) {
    const message = { zh: "这一栏要留空", en: "This field must stay empty" };
    throw new RefusedRequest("invalid-request", {
      errors: [{ path: HONEYPOT, code: "unknown-field", message }],
    });
  }
  const { name, phone, email, anonymous, area, building, unit, room, ...rest } = fields;
  const complainant = defined({ name, phone, email, anonymous: anonymous === undefined ? undefined : true });
  return validated(publicComplaintBody, {
    ...omit(rest, HONEYPOT),
    complainant,
    location: defined({ area, building, unit, room }),
  });
}

async function registered(
  ports: ReportPorts,
  http: ApiRequest,
  { sourceId = idempotencyKey(http), consent, ...told }: Body,
): Promise<Registered | Problem> {
  const project = await ports.organisation.project(told.projectId);
  if (project === undefined) return problem("unknown-project", { path: "projectId" });
  const at = toInstant(ports.clock.now());
  const body = canonicalJson(told);
  // Pressed twice, or sent again by an impatient browser: the same words of a day are the same complaint.
  const once = sourceId ?? `${localDate(at, project.timeZone)}:${ports.crypto.keyedHash(body)}`;
  const request: IntakeRequest = {
    ...told,
    channel: "web",
    system: PUBLIC_SYSTEM,
    sourceId: `post:${once}`,
    by: { kind: "channel", id: PUBLIC_SYSTEM },
    body,
    ...defined({ consent: consent === undefined ? undefined : { notice: consent, at } }),
  };
  const standing = await standingFor(ports, request);
  // Only what is new counts: sending again is no misuse.
  const source = { address: http.sourceIp, projectId: project.id };
  if (standing.known === undefined && (await tooOften(ports, "send", source))) return problem("too-often");
  return receiveComplaint(ports, request, standing);
}
