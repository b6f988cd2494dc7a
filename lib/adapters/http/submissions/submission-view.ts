import { defined } from "../../../domain/present.ts";
import { type CompanyTexts, companyWorkOf, hotTextsOf } from "../../../domain/submissions/company-texts.ts";
import { narrativesOf, type Submission, statusAt } from "../../../domain/submissions/submission.ts";
import type { Instant } from "../../../domain/time/instant.ts";

/** How a submission stands, without its texts. */
export function submissionHead(submission: Submission, now: Instant) {
  const { month, projectId, dueAt, bulletinAt, provisional, confirmed, contests, reminded } = submission;
  return {
    month,
    projectId,
    status: statusAt(submission, now),
    dueAt,
    bulletinAt,
    provisional,
    ...(reminded === undefined ? {} : { remindedAt: reminded.at }),
    ...(confirmed === undefined ? {} : { confirmedAt: confirmed.at, confirmedBy: confirmed.by }),
    contested: contests.length,
    ruled: contests.filter(({ ruling }) => ruling !== undefined).length,
  };
}

/** A submission with its texts; those that were erased are left out. */
export function submissionView(submission: Submission, now: Instant) {
  const said = (ref: string) => {
    const text = submission.personal[ref]?.value;
    return defined({ text });
  };
  return {
    ...submissionHead(submission, now),
    version: submission.version,
    sections: narrativesOf(submission),
    contests: submission.contests.map(({ ruling, ...contest }) => ({
      ...contest,
      ...said(`contest.${contest.number}`),
      ...(ruling === undefined ? {} : { ruling: { ...ruling, ...said(`ruling.${contest.number}`) } }),
    })),
  };
}

/** What headquarters wrote of a month; version 0 where nobody has written yet. */
export function companyTextsView(month: string, texts: CompanyTexts | undefined) {
  if (texts === undefined) return { month, version: 0, hot: {}, sections: {} };
  const { revision, issue, bulletin, by, writtenAt } = texts;
  return {
    month,
    version: revision,
    ...defined({ issue, bulletin }),
    hot: hotTextsOf(texts),
    sections: companyWorkOf(texts),
    by,
    writtenAt,
  };
}
