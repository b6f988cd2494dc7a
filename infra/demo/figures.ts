import * as z from "zod";
import { type Schemas, told } from "../../lib/client/index.ts";
import { historyView } from "../../lib/contracts/complaints/history-views.ts";
import { channelNames } from "../../lib/domain/classification/sources.ts";
import { clockOutcome } from "../../lib/domain/clocks/clock.ts";
import type { Complaint } from "../../lib/domain/complaint/document.ts";
import { posts } from "../../lib/domain/organisation/organisation.ts";
import { defined } from "../../lib/domain/present.ts";
import type { Instant } from "../../lib/domain/time/instant.ts";
import { channelWords } from "../../lib/domain/words/channels.ts";
import type { SentMail } from "../local/contract.ts";
import type { OperatorStore } from "../ops/store.ts";
import type { DemoClient } from "./client.ts";

/** An escalation mail as it went out. */
export interface Escalation {
  readonly number: string;
  readonly clock: string;
  readonly rung: string;
  readonly recipient: string;
  readonly address: string;
  readonly post: string;
  /** The post that nobody holds and for which this one stands in. */
  readonly insteadOf?: string;
  /** The rung's instant and the mail's, ISO 8601. */
  readonly dueAt: string;
  readonly sentAt: string;
  readonly lateSeconds: number;
}

export interface ClockCounts {
  readonly kept: number;
  readonly missed: number;
  readonly running: number;
  /** Waiting for others, with the project manager's approval. */
  readonly paused: number;
  /** Withdrawn before the limit. */
  readonly lapsed: number;
}

/** What the month came to, read from the API, the sent mails and the table; nothing comes from the script. */
export interface Figures {
  readonly received: readonly {
    readonly channel: string;
    readonly source: string;
    readonly complaints: number;
    readonly others: number;
  }[];
  readonly clocks: Readonly<Record<"firstReply" | "result", ClockCounts>>;
  readonly escalations: readonly Escalation[];
  readonly reminders: number;
  /** Complaints late with their result for which their group (D11) was escalated instead. */
  readonly coveredByGroups: number;
  readonly rescues: number;
  readonly aside: number;
  readonly quarantined: readonly {
    readonly reason: string;
    readonly from: string;
    readonly subject: string;
  }[];
  readonly mails: number;
}

export interface FigureSources {
  readonly client: DemoClient;
  readonly store: OperatorStore;
  readonly mails: readonly SentMail[];
  /** A person of headquarters, who may read everything. */
  readonly reader: string;
  readonly months: readonly string[];
  /** The clocks' outcomes are those of this instant. */
  readonly now: Instant;
}

type Listed = Schemas["ComplaintPage"]["items"][number];
const rungFacts = z.looseObject({
  name: z.string(),
  cycle: z.int(),
  rung: z.string(),
  due: z.string(),
  recipients: z.array(
    z.object({ personId: z.string(), post: z.enum(posts), insteadOf: z.enum(posts).exactOptional() }),
  ),
});

export async function readFigures(sources: FigureSources): Promise<Figures> {
  const { store, mails, now } = sources;
  const listed = await allComplaints(sources);
  const clocks = {
    firstReply: { kept: 0, missed: 0, running: 0, paused: 0, lapsed: 0 },
    result: { kept: 0, missed: 0, running: 0, paused: 0, lapsed: 0 },
  };
  const letters = new Letters(mails);
  const people = new Map((await store.organisation.people()).map((person) => [person.id, person]));
  const escalations: Escalation[] = [];
  let reminders = 0;
  let coveredByGroups = 0;
  const documents = await store.complaints.loadMany(listed.map(({ id }) => id));
  for (const complaint of documents) {
    for (const clock of complaint.clocks) {
      const { name } = clock;
      if (name === "firstReply" || name === "result")
        clocks[name][clockOutcome(clock, now, complaint.endedAt)] += 1;
    }
    if (isCovered(complaint, now)) coveredByGroups += 1;
  }
  for (const { id, number, events } of await toldHistories(sources, documents)) {
    for (const { facts, notices } of events.filter(({ type }) => type === "rungDecided")) {
      const rung = rungFacts.parse(facts);
      for (const { personId, post, insteadOf } of rung.recipients) {
        const key = `${rung.name}#${rung.cycle}#${rung.rung}#${personId}#email`;
        const notice = notices.find((one) => one.key === key);
        if (notice?.template === "reminder") reminders += 1;
        if (notice?.template !== "escalation" || notice.at === undefined) continue;
        const person = people.get(personId);
        const letter = letters.take(id, person?.email ?? "", notice.at);
        if (person === undefined || letter === undefined) {
          throw new Error(`no mail for notice ${key} of ${number}, handed over at ${notice.at}`);
        }
        escalations.push({
          number,
          clock: rung.name,
          rung: rung.rung,
          recipient: person.name,
          address: person.email,
          post,
          ...defined({ insteadOf }),
          dueAt: rung.due,
          sentAt: new Date(letter.at).toISOString(),
          lateSeconds: Math.round((letter.at - Date.parse(rung.due)) / 1000),
        });
      }
    }
  }
  const { rescues, aside } = await store.alarms.totals();
  return {
    received: received(listed),
    clocks,
    escalations: escalations.sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1)),
    reminders,
    coveredByGroups,
    rescues,
    aside,
    quarantined: await quarantined(sources),
    mails: mails.length,
  };
}

/** Late, and nobody was told of it by itself, because it belongs to a group. */
function isCovered({ clocks, events, endedAt }: Complaint, now: Instant): boolean {
  const late = clocks.some(
    (clock) => clock.name === "result" && clockOutcome(clock, now, endedAt) === "missed",
  );
  const told = events.some(
    ({ fact }) => fact.type === "rungDecided" && fact.name === "result" && fact.rung === "limit",
  );
  return late && !told && events.some(({ fact }) => fact.type === "joinedGroup");
}

/** The histories of those complaints about which somebody was reminded or told, a few at a time. */
async function toldHistories({ client, reader }: FigureSources, complaints: readonly Complaint[]) {
  const atOnce = 4;
  const reminded = complaints.filter(({ events }) => events.some(({ fact }) => fact.type === "rungDecided"));
  const all: z.infer<typeof historyView>[] = [];
  for (let from = 0; from < reminded.length; from += atOnce) {
    const some = reminded
      .slice(from, from + atOnce)
      .map(({ registration: { id } }) => client.read(reader, `/complaints/${id}/history`, historyView));
    all.push(...(await Promise.all(some)));
  }
  return all;
}

async function allComplaints({ client, reader, months }: FigureSources): Promise<Listed[]> {
  const desk = client.as(reader);
  const { items: projects } = await told(desk.GET("/projects"));
  const all: Listed[] = [];
  for (const { id: projectId } of projects) {
    for (const month of months) {
      let cursor: string | undefined;
      do {
        const query = { projectId, month, limit: "200", ...defined({ cursor }) };
        const page = await told(desk.GET("/complaints", { params: { query } }));
        all.push(...page.items);
        cursor = page.cursor;
      } while (cursor !== undefined);
    }
  }
  return all;
}

function received(listed: readonly Listed[]): Figures["received"] {
  return channelNames
    .map((channel) => {
      const ofChannel = listed.filter((item) => item.channel === channel);
      const complaints = ofChannel.filter(({ recordKind }) => recordKind === "complaint").length;
      return {
        channel,
        source: channelWords[channel].zh,
        complaints,
        others: ofChannel.length - complaints,
      };
    })
    .filter(({ complaints, others }) => complaints + others > 0);
}

async function quarantined({ client, reader }: FigureSources): Promise<Figures["quarantined"]> {
  const { items } = await told(client.as(reader).GET("/quarantine", { params: { query: { limit: "200" } } }));
  return items.map(({ reason, from = "", subject = "" }) => ({ reason, from, subject }));
}

/** The sent mails by complaint and recipient; each is found once. */
class Letters {
  readonly #left = new Map<string, SentMail[]>();

  constructor(mails: readonly SentMail[]) {
    for (const mail of mails) {
      const id = /^References:\s*<complaint\.([\w-]{26})@/im.exec(mail.raw)?.[1];
      for (const address of id === undefined ? [] : mail.to) {
        const key = `${id} ${address}`;
        this.#left.set(key, [...(this.#left.get(key) ?? []), mail]);
      }
    }
  }

  /** The first mail about the complaint that left at this instant and has not been found yet. */
  take(id: string, address: string, at: string): SentMail | undefined {
    const mails = this.#left.get(`${id} ${address}`) ?? [];
    const index = mails.findIndex((mail) => mail.at === Date.parse(at));
    return index < 0 ? undefined : mails.splice(index, 1)[0];
  }
}
