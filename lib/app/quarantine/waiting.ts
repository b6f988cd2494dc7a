import { recipientsOf } from "../../domain/escalation/recipients.ts";
import { type NoticeSubject, plannedNotice } from "../../domain/notices/notice.ts";
import type { Person, Post, Project } from "../../domain/organisation/organisation.ts";
import { isHeadquarters } from "../../domain/organisation/rights.ts";
import { defined } from "../../domain/present.ts";
import { fromInstant, type Instant, localDate, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { turnOf } from "../../domain/time/turn.ts";
import { triage } from "../../domain/triage/triage.ts";
import { staffingOf } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import type { ParsedMail, Quarantined } from "../ports/mail.ts";
import { isShown, projectsLedBy } from "./sight.ts";

type WaitingPorts = Pick<Ports, "clock" | "quarantine">;
type TellingPorts = WaitingPorts & Pick<Ports, "organisation" | "notices" | "noticeQueue">;
type Subject = Extract<NoticeSubject, { kind: "quarantine" }>;

const DAY = 86_400;
/** Older ones stand in the list and wait no longer. */
const WAITING_DAYS = 30;
const PAGE = 100;
/** A flood is counted as far as this. */
const MOST = 2000;
/** In the place of a project for mails of which nobody can say whose they are: headquarters decide. */
const NOBODYS = "*";
/** Once an hour of the sweep's turns. */
const HOURLY_TURNS = 12;
/** People of the desk are written to in these local hours (`default`). */
const FROM_HOUR = 8;
const TO_HOUR = 20;

const dailyPosts: readonly Post[] = ["supervisor"];
const dangerPosts: readonly Post[] = ["supervisor", "manager"];

/** Reasons for which nobody wrote a letter, whatever words it holds. */
const nobodysLetter: ReadonlySet<string> = new Set(["bounce", "spam", "virus", "list", "recall", "reaction"]);

/** The mails that wait for somebody to look at them, newest first. */
async function waitingMails(ports: WaitingPorts): Promise<readonly Quarantined[]> {
  const since = plusSeconds(toInstant(ports.clock.now()), -WAITING_DAYS * DAY);
  const found: Quarantined[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.quarantine.since(since, { limit: PAGE, ...defined({ cursor }) });
    found.push(...page.items.filter(isWaiting));
    cursor = page.cursor;
  } while (cursor !== undefined && found.length < MOST);
  return found;
}

function isWaiting({ accepted, dismissed }: Quarantined): boolean {
  return accepted === undefined && dismissed === undefined;
}

/** Whose a mail is, as far as anybody can say. */
function owners({ projectIds = [] }: Quarantined): readonly string[] {
  return projectIds.length === 0 ? [NOBODYS] : projectIds;
}

export interface WaitingCount {
  readonly waiting: number;
  readonly dangers: number;
  readonly oldestAt?: Instant;
  readonly reasons: { readonly reason: string; readonly count: number }[];
}

/** How much waits for a person's projects, the commonest reason first. */
export async function countWaiting(
  ports: WaitingPorts & Pick<Ports, "organisation">,
  person: Person,
): Promise<WaitingCount> {
  const led = await projectsLedBy(ports, person);
  const mails = (await waitingMails(ports)).filter((mail) => isShown(mail, person, led));
  const counts = new Map<string, number>();
  for (const { reason } of mails) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return {
    waiting: mails.length,
    dangers: mails.filter(({ danger }) => danger !== undefined).length,
    ...defined({ oldestAt: mails.at(-1)?.at }),
    reasons: [...counts]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason)),
  };
}

/** The mails that a notice tells of as they stand now: one of them, or all that wait for its project. */
export async function waitingFor(
  ports: WaitingPorts,
  { projectId, mailId }: Subject,
): Promise<readonly Quarantined[]> {
  if (mailId !== undefined) {
    const mail = await ports.quarantine.find(mailId);
    return mail !== undefined && isWaiting(mail) ? [mail] : [];
  }
  return (await waitingMails(ports)).filter((mail) => owners(mail).includes(projectId));
}

/**
 * Once a day, in the first working hour (`default` 8 to 20) in which something waits, each project's supervisor is told of it,
 * and headquarters of what is nobody's. An hour later it is the same notice. Returns how many have something waiting.
 */
export async function tellOfWaiting(ports: TellingPorts): Promise<number> {
  const now = toInstant(ports.clock.now());
  if (turnOf(now) % HOURLY_TURNS !== 0) return 0;
  const wanted = new Set((await waitingMails(ports)).flatMap(owners));
  for (const projectId of wanted) {
    const timeZone = await timeZoneOf(ports, projectId);
    const { hour } = fromInstant(now).toZonedDateTimeISO(timeZone);
    if (hour < FROM_HOUR || hour >= TO_HOUR) continue;
    await tell(ports, now, { kind: "quarantine", projectId, date: localDate(now, timeZone) }, dailyPosts);
  }
  return wanted.size;
}

/** D6: of words of danger in a mail that could not become a complaint, supervisor and manager hear at once, whatever the hour. */
export async function tellOfDanger(ports: TellingPorts, mail: Quarantined): Promise<void> {
  if (mail.danger === undefined) return;
  const now = toInstant(ports.clock.now());
  for (const projectId of owners(mail)) {
    const date = localDate(mail.at, await timeZoneOf(ports, projectId));
    await tell(ports, now, { kind: "quarantine", projectId, date, mailId: mail.id }, dangerPosts);
  }
}

/** The words of danger in a mail that is put aside; undefined where it is nobody's letter, or holds none. */
export function dangerIn({ subject, text }: ParsedMail, reason: string): readonly string[] | undefined {
  if (nobodysLetter.has(reason)) return undefined;
  const words = `${subject}\n${text}`;
  const found = triage(words).evidence.filter(({ speaksFor }) => speaksFor === "safety");
  return found.length === 0 ? undefined : [...new Set(found.map(({ from, to }) => words.slice(from, to)))];
}

async function timeZoneOf({ organisation }: TellingPorts, projectId: string): Promise<string> {
  const project = await organisation.project(projectId);
  return project?.timeZone ?? (await organisation.company())?.timeZone ?? "Asia/Shanghai";
}

async function tell(
  ports: TellingPorts,
  now: Instant,
  subject: Subject,
  posts: readonly Post[],
): Promise<void> {
  const project = await ports.organisation.project(subject.projectId);
  const template = subject.mailId === undefined ? "quarantine-waiting" : "quarantine-danger";
  for (const reader of await readers(ports, project, now, posts)) {
    const notice = plannedNotice(
      {
        key: `${template}#${subject.mailId ?? subject.date}#${reader.id}#email`,
        subject,
        template,
        recipient: { kind: "person", ...reader },
        adapter: "email",
      },
      now,
    );
    const ref = ports.notices.refOf(notice);
    if ((await ports.notices.load(ref)) !== undefined) continue;
    await ports.notices.plan(notice);
    await ports.noticeQueue.send(ref);
  }
}

interface Reader {
  readonly id: string;
  readonly post: Post;
  readonly insteadOf?: Post;
}

async function readers(
  ports: TellingPorts,
  project: Project | undefined,
  now: Instant,
  posts: readonly Post[],
): Promise<readonly Reader[]> {
  if (project !== undefined) {
    const holders = recipientsOf(posts, {}, project, now, await staffingOf(ports, project, now));
    return holders.map(({ personId, post, insteadOf }) => ({
      id: personId,
      post,
      ...defined({ insteadOf }),
    }));
  }
  const people: readonly Person[] = await ports.organisation.people();
  return people.filter(isHeadquarters).map(({ id }) => ({ id, post: "headquarters" }));
}
