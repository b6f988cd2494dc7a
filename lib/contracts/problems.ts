import { fileProblems } from "./problems/file.ts";
import { groupProblems } from "./problems/group.ts";
import { handlingProblems } from "./problems/handling.ts";
import { organisationProblems } from "./problems/organisation.ts";
import { registrationProblems } from "./problems/registration.ts";
import { reportProblems } from "./problems/report.ts";
import { requestProblems } from "./problems/request.ts";
import { residentProblems } from "./problems/resident.ts";
import type { ProblemText } from "./problems/text.ts";
import { ticketProblems } from "./problems/tickets.ts";

export type { Bilingual, Language, ProblemText } from "./problems/text.ts";

/**
 * Every refusal of the API by its stable code (RFC 9457). Statuses: 400 unreadable, 401/403 who, 404 no such
 * resource, 409 contradicts what stands, 413/415 form of the body, 422 readable but not acceptable,
 * 429 too often.
 */
export const problems = {
  ...requestProblems,
  ...registrationProblems,
  ...handlingProblems,
  ...fileProblems,
  ...groupProblems,
  ...organisationProblems,
  ...reportProblems,
  ...residentProblems,
  ...ticketProblems,
} as const satisfies Record<string, ProblemText>;

export type WireProblemCode = keyof typeof problems;

/** True for a code of the catalogue. */
export function isWireProblem(code: string): code is WireProblemCode {
  return Object.hasOwn(problems, code);
}

/** Fills the `{name}` places of a sentence; a place without a value stays as it is, so that a test can see it. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
