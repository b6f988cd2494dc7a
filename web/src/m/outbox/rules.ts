import { defined } from "../../../../lib/domain/present.ts";
import type { components } from "../../api/schema.ts";
import type { ActionName, Entry, FileRef, Fixed, News, Seen, ServerRefusal } from "./entry.ts";

type Complaint = components["schemas"]["Complaint"];
type History = components["schemas"]["History"];

/** An upload that must not be begun with: its link or its use would run out on the way. */
const marginMs = 60_000;
/** A clock that has been set by more than this between doing and sending is not believed any more. */
const clockSetMs = 5 * 60_000;
/** What was recorded while the answer was on its way may have been missed. */
const onItsWayMs = 10_000;

/** The next thing to do for an action; instants by the server's clock, epoch milliseconds. */
export type Step =
  | { readonly kind: "announce" | "put"; readonly file: FileRef }
  | { readonly kind: "fix"; readonly attachments: readonly string[] }
  | { readonly kind: "command"; readonly fixed: Fixed };

/** Files first, one after the other; then the request is fixed, and only then sent. */
export function nextStep({ files, fixed }: Entry, serverNowMs: number): Step {
  if (fixed !== undefined) return { kind: "command", fixed };
  const attachments: string[] = [];
  for (const file of files) {
    const { upload } = file;
    const isOver = (iso: string) => Date.parse(iso) - marginMs < serverNowMs;
    if (upload === undefined || isOver(upload.put ? upload.useBefore : upload.putBefore)) {
      return { kind: "announce", file };
    }
    if (!upload.put) return { kind: "put", file };
    attachments.push(upload.id);
  }
  return { kind: "fix", attachments };
}

/**
 * When it happened by the server's clock, as the device's clock tells: undefined where that has been set meanwhile, so that
 * only the moment of sending is certain. ISO.
 */
export function happenedAt(
  { doneAtMs, skewMs, seen }: Pick<Entry, "doneAtMs" | "skewMs" | "seen">,
  now: { readonly deviceMs: number; readonly skewMs: number },
): string | undefined {
  const waited = now.deviceMs - doneAtMs;
  if (waited < 0 || Math.abs(now.skewMs - skewMs) > clockSetMs) return undefined;
  const at = doneAtMs + now.skewMs;
  // Nobody can have been told of a complaint before it was looked at.
  return new Date(Math.max(at, Date.parse(seen.at))).toISOString();
}

/** What a refusal asks for. */
export type Verdict =
  /** Not now: the same again later. */
  | "again"
  /** The files must be brought again: nobody has taken them, and they are gone. */
  | "files"
  /** The time at which it happened is not believed: without it. */
  | "time"
  /** Somebody has changed the complaint meanwhile. */
  | "stale"
  /** A person decides. */
  | "decide";

const lostFiles: readonly string[] = ["unknown-upload", "upload-missing", "upload-used"];

/** Every refusal that is not "again" says for certain that the action was not carried out. */
export function verdictOf(
  { status, code }: Pick<ServerRefusal, "status" | "code">,
  { fixed }: Entry,
): Verdict {
  if (status >= 500 || status === 429 || status === 408 || code === "busy") return "again";
  if (lostFiles.includes(code)) return "files";
  if (code === "occurred-out-of-range" && fixed?.occurredAt !== undefined) return "time";
  return code === "stale-version" ? "stale" : "decide";
}

/** They put something on record and decide nothing: what others did meanwhile does not change what they mean. */
const additions: readonly ActionName[] = ["accept", "note", "progress"];

/** True if an action still means what it meant, though the complaint has changed since it was done. */
export function stillMeant(
  { command, values, seen }: Entry,
  current: Pick<Complaint, "allowed" | "handlerId">,
  news: readonly News[],
): boolean {
  if (!current.allowed.includes(command)) return false;
  if (news.length === 0) return true;
  const adds = additions.includes(command) && values.nodeId === undefined;
  return adds && current.handlerId === seen.handlerId;
}

/** Clocks, rungs and files go with what somebody did. */
const alongside = /^(?:clock|rung|hinted|attachmentsStored)/;

/** What others did to a complaint since it was seen, oldest first. */
export function newsSince({ events }: Pick<History, "events">, seen: Seen, personId: string): News[] {
  const since = new Date(Date.parse(seen.at) - onItsWayMs).toISOString();
  return events
    .filter(({ recordedAt, by, type }) => recordedAt > since && by.id !== personId && !alongside.test(type))
    .filter(({ by }) => by.kind !== "timer")
    .map(({ recordedAt, sentence, by, texts }) => {
      const [text] = Object.values(texts);
      return {
        at: recordedAt,
        ...sentence,
        ...defined({ by: by.name }),
        ...defined({ text }),
      };
    });
}
