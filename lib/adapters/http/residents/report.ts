import type { IntakePorts } from "../../../app/intake/intake.ts";
import type { Draft } from "../../../app/ports/drafts.ts";
import type { Ports } from "../../../app/ports/index.ts";
import type { DraftPorts } from "../../../app/residents/draft.ts";
import type { PhotoPorts } from "../../../app/residents/photos.ts";
import type { PageGiven } from "../../../contracts/core/route.ts";
import type { Language } from "../../../contracts/problems.ts";
import type { Project } from "../../../domain/organisation/organisation.ts";
import { defined } from "../../../domain/present.ts";
import type { ReportPage } from "../../../domain/residents/report-steps.ts";
import type { FormError } from "../core/form-parts.ts";
import { html, type Markup } from "../core/html.ts";
import { type Look, linkTo, lookOf } from "../core/look.ts";
import { renderPage } from "../core/page.ts";
import type { ApiRequest } from "../core/request.ts";

export type ReportPorts = IntakePorts &
  DraftPorts &
  PhotoPorts &
  Pick<Ports, "publicUrl" | "filesOrigin" | "counters" | "complaints" | "visitors">;

/** One resident's way through a report: where, how it is to look, and the secret of what was answered so far. */
export interface Report {
  readonly ports: ReportPorts;
  readonly http: ApiRequest;
  readonly look: Look;
  readonly language: Language;
  readonly project: Project;
  /** As the sign says it; `-` for no place. */
  readonly place: string;
  /** Of the draft; absent at the beginning. */
  readonly token?: string;
  /** Of a follower who came by the menu of the official account, until there is a draft. */
  readonly visitor?: string;
}

export const NO_PLACE = "-";

/** The report that an address is about; undefined for a project we do not have. */
export async function reportOf(ports: ReportPorts, http: ApiRequest): Promise<Report | undefined> {
  const { project: id = "", place = "" } = http.parameters;
  const project = await ports.organisation.project(decoded(id).slice(0, 200));
  if (project === undefined) return undefined;
  const look = lookOf(http);
  const { draft: token, wx: visitor } = http.query;
  return {
    ports,
    http,
    look,
    language: look.language,
    project,
    place: decoded(place).slice(0, 60),
    ...(token === undefined ? {} : { token: token.slice(0, 100) }),
    ...(visitor === undefined ? {} : { visitor: visitor.slice(0, 100) }),
  };
}

/** The address of one of its pages; without `page` the first. */
export function addressOf(report: Report, page?: ReportPage | "privacy", token = report.token): string {
  return linkTo(report.look, pathOf(report, page), {
    draft: token,
    wx: token === undefined ? report.visitor : undefined,
  });
}

function pathOf({ project, place }: Report, page?: ReportPage | "privacy"): string {
  const first = `/r/${encodeURIComponent(project.id)}/${encodeURIComponent(place)}`;
  return page === undefined ? first : `${first}/${page}`;
}

export interface StepPlan {
  readonly status?: number;
  readonly title: string;
  readonly content: Markup;
  readonly errors?: readonly FormError[];
  readonly script?: string;
  /** Of the script: it sends files directly. */
  readonly sendsFiles?: true;
}

/** A page of the report, with the links to the other language and size. */
export function reportPage(report: Report, plan: StepPlan): PageGiven {
  const { errors = [], status = errors.length === 0 ? 200 : 422, script, title, content } = plan;
  return renderPage({
    status,
    look: report.look,
    title,
    content,
    owner: report.project.name,
    self: { path: report.http.path, query: report.http.query },
    hasErrors: errors.length > 0,
    ...defined({ script, sendsTo: plan.sendsFiles && report.ports.filesOrigin }),
  });
}

/** A form that posts to one of the report's pages. */
export function formTo(
  report: Report,
  page: ReportPage | undefined,
  content: Markup,
  multipart = false,
): Markup {
  const files = multipart ? html` enctype="multipart/form-data"` : html``;
  return html`<form method="post" action="${addressOf(report, page)}"${files} novalidate>${content}</form>`;
}

/** What a page of questions needs. */
export interface PageNeeds {
  readonly report: Report;
  readonly draft: Draft;
  readonly errors: readonly FormError[];
  /** What was typed, where it was not accepted. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** The gateway has decoded a path already; other hosts may not have. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return part;
  }
}
