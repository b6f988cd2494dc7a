import { complaintClasses, isClassCode } from "../../../../lib/domain/classification/classes.ts";
import { channelWords, intakeWords } from "../../../../lib/domain/words/channels.ts";
import {
  endingWords,
  gradeOriginWords,
  gradeWords,
  leavingWords,
  statusWords,
} from "../../../../lib/domain/words/complaint.ts";
import { ticketKindWords } from "../../../../lib/domain/words/tickets.ts";
import { type Vocabulary, wordsFor } from "../../../../lib/domain/words/words.ts";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import type { Say } from "../../words/words.ts";
import { isRecord, untold } from "./changes.ts";
import { choiceWords } from "./choices.ts";

/** What the names and times of a complaint are called for this reader. */
export interface Naming {
  readonly say: Say;
  readonly personName: (id: string) => string;
  readonly departmentName: (id: string) => string;
  readonly projectName: (id: string) => string;
  readonly instant: (iso: string) => string;
}

const vocabularies: Readonly<Record<string, Vocabulary>> = {
  status: statusWords,
  channel: channelWords,
  intake: intakeWords,
  ending: { ...endingWords, ...leavingWords },
  origin: gradeOriginWords,
  grade: gradeWords,
  firstGrade: gradeWords,
  opinion: gradeWords,
  "external.kind": ticketKindWords,
  left: {
    "too-large": { zh: "太大", en: "too large" },
    "too-many": { zh: "附件太多", en: "too many files" },
    unreachable: { zh: "没有取到", en: "could not be fetched" },
    "other-host": { zh: "地址不在名单里", en: "host not on the list" },
    "no-sound": { zh: "不是录音", en: "no sound" },
    "kept-no-longer": { zh: "保存期满，已删除", en: "removed at the end of its retention" },
  },
};

const people = new Set(["handlerId", "personId", "ownerId", "byPersonId", "signerId"]);
const instantText = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** Of files: what the page does not show either. */
const unshown: ReadonlySet<string> = new Set([...untold, "size", "contentType"]);

/** A value of a complaint in words: never a code, an id or JSON. `path` ends with the field's name. */
export function valueWords(path: readonly string[], value: unknown, naming: Naming): string {
  const { say } = naming;
  if (value === undefined || value === null || value === "") return "—";
  if (typeof value === "boolean") return say(value ? uiWords.yes : uiWords.no);
  if (Array.isArray(value)) {
    return value.length === 0 ? "—" : value.map((entry) => valueWords(path, entry, naming)).join("；");
  }
  if (isRecord(value)) return recordWords(path, value, naming);
  if (typeof value === "string" || typeof value === "number") return scalarWords(path, String(value), naming);
  return "—";
}

function recordWords(
  path: readonly string[],
  record: Readonly<Record<string, unknown>>,
  naming: Naming,
): string {
  const parts = Object.entries(record).filter(([field, value]) => value !== undefined && !unshown.has(field));
  const { say } = naming;
  return parts
    .map(([field, value]) => {
      const words = valueWords([...path, field], value, naming);
      // What is said by itself needs no label.
      return field === "text" || field === "name" || field === "number"
        ? words
        : `${say.label(fieldLabel(field))} ${words}`;
    })
    .join("，");
}

function scalarWords(path: readonly string[], value: string, naming: Naming): string {
  const field = path.at(-1) ?? "";
  const { say } = naming;
  if (field === "classCode") return isClassCode(value) ? `${value} ${say(complaintClasses[value])}` : value;
  if (people.has(field)) return naming.personName(value);
  if (field === "departmentId") return naming.departmentName(value);
  if (field === "projectId") return naming.projectName(value);
  if (instantText.test(value)) return naming.instant(value);
  const own = vocabularies[path.slice(-2).join(".")] ?? vocabularies[field];
  return say(wordsFor(own ?? choiceWords(field, ""), value));
}

/** What the field of a change is called: `投诉人 · 电话`. */
export function pathWords(path: readonly string[], say: Say): string {
  return path.map((field) => say.label(fieldLabel(field))).join(" · ");
}
