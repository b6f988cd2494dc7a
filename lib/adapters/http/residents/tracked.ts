import { track } from "../../../app/complaints/tracking.ts";
import type { Ports } from "../../../app/ports/index.ts";
import type { ActPorts } from "../../../app/residents/acts.ts";
import type { PageGiven } from "../../../contracts/core/route.ts";
import type { Language } from "../../../contracts/problems.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import type { Project } from "../../../domain/organisation/organisation.ts";
import { defined } from "../../../domain/present.ts";
import { type FormError } from "../core/form-parts.ts";
import { html, type Markup } from "../core/html.ts";
import { type Look, linkTo, lookOf } from "../core/look.ts";
import { renderPage } from "../core/page.ts";
import type { ApiRequest } from "../core/request.ts";
import { troublePage } from "./trouble.ts";

export type TrackPorts = ActPorts &
  Pick<Ports, "counters" | "publicUrl" | "filesOrigin" | "lookups" | "errandQueue" | "adapters">;

/** A complaint that somebody follows by its secret link. */
export interface Tracked {
  readonly ports: TrackPorts;
  readonly http: ApiRequest;
  readonly look: Look;
  readonly language: Language;
  readonly number: string;
  readonly secret: string;
  readonly complaint: Complaint;
  readonly project: Project | undefined;
}

/** Undefined for a wrong secret and for an unknown number alike. */
export async function trackedOf(ports: TrackPorts, http: ApiRequest): Promise<Tracked | undefined> {
  const number = (http.parameters["number"] ?? "").slice(0, 40);
  const secret = (http.query["secret"] ?? "").slice(0, 100);
  const complaint = await track(ports, number, secret);
  if (complaint === undefined) return undefined;
  const project = await ports.organisation.project(complaint.registration.projectId);
  const look = lookOf(http);
  return { ports, http, look, language: look.language, number, secret, complaint, project };
}

/** The same page whatever was wrong: it must not tell which numbers exist. */
export function unknownTracked(http: ApiRequest): PageGiven {
  return troublePage(lookOf(http), "unknown-complaint", findLink(lookOf(http)));
}

export function findLink(look: Look): Markup {
  const label = { zh: "用编号和电话查询", en: "Look it up by number and phone" }[look.language];
  return html`<p><a class="b s" href="${linkTo(look, "/t")}">${label}</a></p>`;
}

/** The page of the progress, or of one act beside it. */
export function trackAddress({ look, number, secret }: Tracked, act?: string): string {
  const path = `/t/${encodeURIComponent(number)}`;
  return linkTo(look, act === undefined ? path : `${path}/${act}`, { secret });
}

export interface TrackedPlan {
  readonly title: string;
  readonly content: Markup;
  readonly status?: number;
  readonly errors?: readonly FormError[];
  readonly script?: string;
  /** Of the script: it sends files directly. */
  readonly sendsFiles?: true;
}

export function trackedPage(tracked: Tracked, plan: TrackedPlan): PageGiven {
  const { look, project, number, http } = tracked;
  const { title, content, errors = [], status = errors.length === 0 ? 200 : 422, script } = plan;
  return renderPage({
    status,
    look,
    title,
    content,
    owner: [project?.name, number].filter((one) => one !== undefined).join(" · "),
    self: { path: http.path, query: http.query },
    hasErrors: errors.length > 0,
    ...defined({ script, sendsTo: plan.sendsFiles && tracked.ports.filesOrigin }),
  });
}
