import type { CommandName } from "../../parts/command/names.ts";
import type { Complaint } from "./query.ts";

const shownFirst = 5;

/** What usually comes next, by what is still missing; the API has already said what is allowed. */
export function likeliest(
  complaint: Pick<
    Complaint,
    | "status"
    | "missing"
    | "classCode"
    | "validity"
    | "departmentId"
    | "repliedAt"
    | "clocks"
    | "missingToClose"
  >,
  allowed: readonly CommandName[],
): { readonly first: readonly CommandName[]; readonly rest: readonly CommandName[] } {
  const runs = (name: string) =>
    complaint.clocks.some((clock) => clock.name === name && clock.stoppedAt === undefined);
  const { status, missing, classCode, validity, departmentId } = complaint;
  // A ticket's platform waits: these are allowed only while it does.
  const wanted: CommandName[] = ["sign-ticket", "record-extension"];
  if (missing.some((field) => field !== "classCode")) wanted.push("complete-registration");
  if (classCode === undefined) wanted.push("classify");
  if (validity === undefined) wanted.push("judge");
  if (validity === "invalid") wanted.push("explain-invalid");
  if (runs("accept")) wanted.push("accept");
  if (departmentId === undefined) wanted.push("assign");
  if (runs("firstReply")) wanted.push("reply");
  if (runs("dailyReport")) wanted.push("daily-report");
  if (status === "handling") wanted.push("investigate", "resolve", "progress");
  if (status === "resolved") wanted.push("send-reply-document", "follow-up", "sign-off", "close");
  if (status === "closed") wanted.push("reopen");
  wanted.push("reply", "note");
  const first = [...new Set(wanted)].filter((name) => allowed.includes(name)).slice(0, shownFirst);
  return { first, rest: allowed.filter((name) => !first.includes(name)) };
}
