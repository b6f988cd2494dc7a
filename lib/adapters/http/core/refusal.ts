import type { Problem, ProblemCode } from "../../../app/problems/problem.ts";
import type { FieldError } from "../../../contracts/field-errors.ts";
import {
  fill,
  type Language,
  type ProblemText,
  problems,
  type WireProblemCode,
} from "../../../contracts/problems.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { type Emergency, statusOf, versionOf } from "../../../domain/emergencies/emergency.ts";
import type { Group } from "../../../domain/groups/group.ts";
import type { RowFault } from "../../../domain/organisation/table.ts";
import { defined } from "../../../domain/present.ts";
import { commandWords } from "../../../domain/words/commands.ts";
import { statusWords } from "../../../domain/words/complaint.ts";
import { missingWords } from "../../../domain/words/duties.ts";
import { reportStageWords } from "../../../domain/words/emergencies.ts";
import type { Vocabulary } from "../../../domain/words/words.ts";
import { wordsFor } from "../../../domain/words/words.ts";

/** Every refusal of a use case has its sentences and status in the catalogue. */
const catalogue = problems satisfies Record<ProblemCode, ProblemText>;

/** A fault in a file that was sent: `path` is `rows.<row of the file>.<column>`. */
export interface RowError {
  readonly path: string;
  readonly code: RowFault["code"];
  readonly message: RowFault["message"];
}

export interface RefusalMore {
  /** Values of the `{places}` in the detail. */
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: readonly (FieldError | RowError)[];
  readonly allowed?: readonly string[];
  readonly missing?: readonly string[];
  readonly current?: Complaint;
  readonly currentGroup?: Group;
  readonly currentEvent?: Emergency;
  /** The one field that is at fault. */
  readonly path?: string;
}

/** What may be possible instead: commands of complaints and groups, reports of an event. */
const allowedWords: Vocabulary = { ...commandWords, ...reportStageWords };

/** A request that is refused; thrown by handlers and answered as problem+json. */
export class RefusedRequest extends Error {
  override readonly name = "Refusal";
  readonly code: WireProblemCode;
  readonly more: RefusalMore;

  constructor(code: WireProblemCode, more: RefusalMore = {}, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.more = more;
  }
}

/** The refusal of a use case. */
export function refusalOf({ problem, ...more }: Problem): RefusedRequest {
  return new RefusedRequest(problem, more);
}

/** The body of problem+json (RFC 9457) in the caller's language. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: WireProblemCode;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly allowed?: readonly string[];
  readonly missing?: readonly string[];
  readonly current?: {
    readonly id: string;
    readonly number: string;
    readonly version: number;
    readonly status: string;
  };
  readonly currentGroup?: { readonly id: string; readonly version: number; readonly status: string };
  readonly currentEvent?: { readonly id: string; readonly version: number; readonly status: string };
  readonly traceId: string;
}

export function problemBody(
  { code, more }: RefusedRequest,
  language: Language,
  traceId: string,
): ProblemBody {
  const { status, title } = catalogue[code];
  const detail = detailOf(code, more, language, traceId);
  const errors = more.errors?.map((error) => ({ ...error, message: error.message[language] }));
  const named = more.path === undefined ? undefined : [{ path: more.path, code, message: detail }];
  const shown = errors ?? named;
  return {
    type: `/problems/${code}`,
    title: title[language],
    status,
    code,
    detail,
    ...defined({ errors: shown, allowed: more.allowed, missing: more.missing }),
    ...(more.current === undefined ? {} : { current: currentOf(more.current) }),
    ...(more.currentGroup === undefined ? {} : { currentGroup: currentGroupOf(more.currentGroup) }),
    ...(more.currentEvent === undefined ? {} : { currentEvent: currentEventOf(more.currentEvent) }),
    traceId,
  };
}

/** The sentence of a refusal. */
export function detailOf(
  code: WireProblemCode,
  more: RefusalMore,
  language: Language,
  traceId: string,
): string {
  const { current, currentGroup, currentEvent, errors, allowed, missing, values } = more;
  const list = (items: readonly string[]) =>
    items.length === 0 ? { zh: "无", en: "nothing" }[language] : items.join({ zh: "、", en: ", " }[language]);
  const [first] = errors ?? [];
  return fill(catalogue[code].detail[language], {
    traceId,
    ...(current === undefined
      ? {}
      : { version: String(current.version), status: statusWords[current.status][language] }),
    ...(currentGroup === undefined ? {} : { version: String(currentGroup.version) }),
    ...(currentEvent === undefined ? {} : { version: String(versionOf(currentEvent)) }),
    ...(allowed === undefined
      ? {}
      : { allowed: list(allowed.map((code) => wordsFor(allowedWords, code)[language])) }),
    ...(missing === undefined ? {} : { missing: list(missing.map((item) => missingName(item, language))) }),
    ...(first === undefined
      ? {}
      : { count: String(errors?.length ?? 0), first: `${first.path} ${first.message[language]}`.trim() }),
    ...values,
  });
}

/** `instruct|consult` → 领导批示或专业意见: alternatives are named, and what has no name stands as it is. */
function missingName(item: string, language: Language): string {
  const names = item.split("|").map((one) => wordsFor(missingWords, one)[language]);
  return names.join({ zh: "或", en: " or " }[language]);
}

function currentGroupOf({ identity, version, status }: Group): NonNullable<ProblemBody["currentGroup"]> {
  return { id: identity.id, version, status };
}

function currentEventOf(event: Emergency): NonNullable<ProblemBody["currentEvent"]> {
  return { id: event.registration.id, version: versionOf(event), status: statusOf(event) };
}

function currentOf({ registration, version, status }: Complaint): NonNullable<ProblemBody["current"]> {
  return { id: registration.id, number: registration.number, version, status };
}
