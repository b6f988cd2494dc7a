/** `npm run ops -- notices`: messages that are late or failed, and sending them once more. */
import type { Ports } from "../../lib/app/ports/index.ts";
import { type Notice, plannedNotice } from "../../lib/domain/notices/notice.ts";
import { defined } from "../../lib/domain/present.ts";
import { plusSeconds, toInstant } from "../../lib/domain/time/instant.ts";

type NoticePorts = Pick<Ports, "clock" | "alarms" | "notices" | "complaints">;

/** As the sweep: earlier, the ordinary way may still be at work. */
const GRACE_SECONDS = 180;
const PAGE = 100;

/** Notices that should have been handed over and were not. */
export async function* lateNotices({ clock, alarms, notices }: NoticePorts): AsyncGenerator<Notice> {
  const before = plusSeconds(toInstant(clock.now()), -GRACE_SECONDS);
  const shards = await alarms.shards();
  for (let shard = 0; shard < shards; shard += 1) {
    for await (const { kind, ref } of pages((page) => alarms.overdue(shard, before, page))) {
      const notice = kind === "notice" ? await notices.load(ref) : undefined;
      if (notice !== undefined) yield notice;
    }
  }
}

/** Notices that were given up or came back, the newest first. */
export async function* failedNotices({ notices }: Pick<NoticePorts, "notices">): AsyncGenerator<Notice> {
  for await (const ref of pages((page) => notices.failed(page))) {
    const notice = await notices.load(ref);
    if (notice?.status.state === "failed") yield notice;
  }
}

/** Plans failed notices anew, those of one complaint or all; the sweep hands them over within five minutes. */
export async function resendFailed(ports: NoticePorts, complaintId?: string): Promise<number> {
  let planned = 0;
  for await (const notice of failedNotices(ports)) {
    const { subject } = notice;
    if (complaintId !== undefined && !(subject.kind === "complaint" && subject.id === complaintId)) continue;
    const again = plannedNotice(notice, toInstant(ports.clock.now()));
    if (await ports.notices.replace(notice, { ...again, possibleDuplicates: notice.possibleDuplicates }))
      planned += 1;
  }
  return planned;
}

/** One line: when, what, to whom, how it stands. Ids only, no address. */
export function noticeLine({ plannedAt, subject, key, status, attempt, lastError }: Notice): string {
  const about = aboutOf(subject);
  const why = status.state === "failed" ? status.reason : (lastError ?? "");
  return [plannedAt, `${subject.kind} ${about}`, key, `${status.state} ${attempt}×`, why]
    .join("  ")
    .trimEnd();
}

function aboutOf(subject: Notice["subject"]): string {
  if ("month" in subject) return subject.month;
  if ("id" in subject) return subject.id;
  return subject.kind === "delivery" ? `${subject.runId} ${subject.subscription}` : subject.projectId;
}

async function* pages<T>(
  read: (page: {
    limit: number;
    cursor?: string;
  }) => Promise<{ readonly items: readonly T[]; readonly cursor?: string }>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await read({ limit: PAGE, ...defined({ cursor }) });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
