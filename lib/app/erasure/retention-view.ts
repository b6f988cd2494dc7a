import { READ_LOG_DAYS } from "../../domain/person-data/read.ts";
import type { RetentionReport } from "../../domain/person-data/retention.ts";
import { nightlyKinds, type RetentionKind } from "../../domain/policy/privacy-policy.ts";
import {
  DEFAULT_TIME_ZONE,
  fromInstant,
  type Instant,
  localDate,
  toInstant,
} from "../../domain/time/instant.ts";
import { WORDS_KEPT_DAYS } from "../complaints/index-words.ts";
import { DROPS_KEPT_DAYS } from "../mail/sender-rules.ts";

import type { Ports } from "../ports/index.ts";
import { HOUR, keptDays } from "./retention.ts";

type ViewPorts = Pick<Ports, "clock" | "organisation" | "retention" | "rules">;

/** Nights that are shown. */
const SHOWN = 14;
/** What the buckets' lifecycle rules say (infra/stacks/stateful-stack.ts). */
const BY_BUCKET = { copies: 15, uploads: 2, accessLogs: 400 } as const;

/** How long one kind of record is kept, and who lets it go. */
export interface KeptFor {
  readonly kind: RetentionKind;
  readonly days: number;
  /** night: the nightly run, by policy; store: the table or the bucket by itself. */
  readonly by: "night" | "store";
}

/** What a privacy officer asks: what is kept how long, what the last nights removed, and when the next one is. */
export interface RetentionView {
  readonly kinds: readonly KeptFor[];
  /** Newest first. */
  readonly nights: readonly RetentionReport[];
  readonly nextAt: Instant;
}

export async function retentionView(ports: ViewPorts): Promise<RetentionView> {
  const now = toInstant(ports.clock.now());
  const zone = (await ports.organisation.company())?.timeZone ?? DEFAULT_TIME_ZONE;
  const nights = await ports.retention.latest(SHOWN);
  const byPolicy = await keptDays(ports);
  const byStore = {
    auditReads: READ_LOG_DAYS,
    searchWords: WORDS_KEPT_DAYS,
    droppedMails: DROPS_KEPT_DAYS,
    ...BY_BUCKET,
  };
  return {
    kinds: [
      ...nightlyKinds.map((kind): KeptFor => ({ kind, days: byPolicy[kind], by: "night" })),
      ...keysOf(byStore).map((kind): KeptFor => ({ kind, days: byStore[kind], by: "store" })),
    ],
    nights,
    nextAt: nextNight(now, zone, nights[0]),
  };
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  const isKey = (key: string): key is K => Object.hasOwn(record, key);
  return Object.keys(record).filter(isKey);
}

/** The next local hour of the run; while that hour lasts and the night is not done, it is now. */
function nextNight(now: Instant, zone: string, last: RetentionReport | undefined): Instant {
  const local = fromInstant(now).toZonedDateTimeISO(zone);
  const tonight = local.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: { hour: HOUR } });
  const isDone = last?.date === localDate(now, zone) && last.finishedAt !== undefined;
  const isOver = local.hour > HOUR || (local.hour === HOUR && isDone);
  return toInstant((isOver ? tonight.add({ days: 1 }) : tonight).toInstant());
}
