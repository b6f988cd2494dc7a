/** The questions after the matter itself, in the order in which they are asked: one a page. */
export const reportSteps = ["photos", "home", "neighbours", "contact"] as const;
export type ReportStep = (typeof reportSteps)[number];

/** The pages of a report under its own address, the questions among them. */
export const reportPages = ["danger", ...reportSteps, "check", "sent"] as const;
export type ReportPage = (typeof reportPages)[number];

/** The first question nobody has answered yet; the last page shows all answers. Who changes an answer comes back there. */
export function nextPage(done: readonly ReportStep[]): ReportStep | "check" {
  return reportSteps.find((step) => !done.includes(step)) ?? "check";
}
