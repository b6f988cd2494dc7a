import type { Draft, DraftAnswers } from "../../../app/ports/drafts.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { answered, changeDraft, findDraft, pageAfter } from "../../../app/residents/draft.ts";
import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import type { ReportPage, ReportStep } from "../../../domain/residents/report-steps.ts";
import type { FormError } from "../core/form-parts.ts";
import { found } from "../core/reply.ts";
import { checkPage, takeCheck } from "./check.ts";
import { contactPage, readContact } from "./contact.ts";
import { dangerPage } from "./danger.ts";
import { hasNeighbours, homePage, readHome } from "./home.ts";
import { neighboursPage, readNeighbours } from "./neighbours.ts";
import { photosPage, takePhotos } from "./photos.ts";
import { addressOf, type PageNeeds, type Report } from "./report.ts";
import { sentPage } from "./sent.ts";
import { frozenOnward, goneOrBusy } from "./trouble.ts";

type Answer = PageGiven | LinkGiven;

/** GET of a page behind the first: what was answered so far stands in it, so that going back loses nothing. */
export async function showPage(report: Report, page: ReportPage): Promise<Answer> {
  const draft = await draftOf(report);
  if (draft === undefined) return goneOrBusy(report, "draft-gone");
  if (draft.complaintId !== undefined) return receipt(report, page, draft.complaintId);
  if (page === "sent" || (draft.frozen !== undefined && page !== "check"))
    return found(addressOf(report, "check"));
  const asked: PageNeeds = { report, draft, errors: [] };
  switch (page) {
    case "danger":
      return dangerPage(asked);
    case "photos":
      return photosPage(asked);
    case "home":
      return homePage(asked);
    case "neighbours":
      return neighboursPage(asked);
    case "contact":
      return contactPage(asked);
    case "check":
      return checkPage(asked);
  }
}

/** POST of a page behind the first. */
export async function takePage(report: Report, page: ReportPage): Promise<Answer> {
  const draft = await draftOf(report);
  if (draft === undefined)
    return goneOrBusy(report, "draft-gone", (await report.http.anyForm())?.fields ?? {});
  if (draft.complaintId !== undefined) return frozenOnward(report, draft);
  const asked: PageNeeds = { report, draft, errors: [] };
  switch (page) {
    case "danger":
      return found(addressOf(report, pageAfter(draft)));
    case "photos":
      return takePhotos(asked);
    case "home":
      return takeAnswers(asked, page, readHome, homePage);
    case "neighbours":
      return takeAnswers(
        asked,
        page,
        (_, answers, fields) => readNeighbours(answers, fields),
        neighboursPage,
      );
    case "contact":
      return takeAnswers(asked, page, readContact, contactPage);
    case "check":
      return takeCheck(asked);
    case "sent":
      return frozenOnward(report, draft);
  }
}

function draftOf({ ports, project, token }: Report): Promise<Draft | undefined> {
  return token === undefined ? Promise.resolve(undefined) : findDraft(ports, project.id, token);
}

async function receipt(report: Report, page: ReportPage, complaintId: string): Promise<Answer> {
  if (page !== "sent") return found(addressOf(report, "sent"));
  const complaint = await report.ports.complaints.load(complaintId);
  return complaint === undefined ? goneOrBusy(report, "draft-gone") : sentPage(report, complaint);
}

type Reader = (
  report: Report,
  answers: DraftAnswers,
  fields: Readonly<Record<string, string>>,
  errors: FormError[],
) => DraftAnswers;

/** Keeps the answers of one page and goes on; what is wrong is said beside the fields, with what was typed. */
async function takeAnswers(
  asked: PageNeeds,
  step: Exclude<ReportStep, "photos">,
  read: Reader,
  show: (asked: PageNeeds) => PageGiven | Promise<PageGiven>,
): Promise<Answer> {
  const { report, draft } = asked;
  const { ports, project, http, token = "" } = report;
  const typed = (await http.anyForm())?.fields ?? {};
  const errors: FormError[] = [];
  const answers = read(report, draft.answers, typed, errors);
  if (errors.length > 0) return show({ ...asked, errors, typed });
  const alone = step === "home" && !(await hasNeighbours(report, answers));
  const changed = await changeDraft(ports, project.id, token, (before) => {
    const next = answered(before, step, read(report, before.answers, typed, []));
    return alone ? answered(next, "neighbours", next.answers) : next;
  });
  if (!isProblem(changed)) return found(addressOf(report, pageAfter(changed)));
  return draft.frozen === undefined
    ? goneOrBusy(report, changed.problem, typed)
    : frozenOnward(report, draft);
}
