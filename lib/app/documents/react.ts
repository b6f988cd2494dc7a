import { hasPendingReactions, type Reacting } from "../../domain/document/timer.ts";
import { plannedNotice } from "../../domain/notices/notice.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { arm, takeBack } from "./arm.ts";
import type { DocumentKind, ProtocolPorts } from "./kind.ts";
import { type Attempt, raced } from "./race.ts";

/**
 * Makes the world match a document: hands over the messages of its outbox, follows what else it asks for, sets its
 * timer, then clears all in one conditional write. May run twice, late or out of order: every step is idempotent by key.
 */
export async function react<D extends Reacting, P extends ProtocolPorts>(
  ports: P,
  kind: DocumentKind<D, P>,
  id: string,
): Promise<void> {
  const loaded = await (kind.loadPending ?? kind.load)(ports, id);
  const handled = new Set<number>();
  await raced(`reactions of ${kind.kind} ${id}`, loaded, async (document): Promise<Attempt<void, D>> => {
    if (document === undefined || !hasPendingReactions(document)) return { done: undefined };
    // After a lost race what came in between is looked at; what is handed over need not be again.
    const fresh = document.outbox.filter((number) => !handled.has(number));
    // Messages wait for nothing else, and each part may be done again.
    const [{ settled, armed }] = await Promise.all([
      followAndArm(ports, kind, id, document, fresh),
      handOverMessages(ports, kind, document, fresh),
    ]);
    for (const number of fresh) handled.add(number);
    // Throttled, and nothing else to record: a write would only bring the next message at once.
    if (armed === document.armed && settled === document && document.outbox.length === 0) {
      return { done: undefined };
    }
    const outbox = settled === document ? [] : settled.outbox;
    const writtenAt = toInstant(ports.clock.now());
    const next = { ...settled, outbox, armed, revision: document.revision + 1, writtenAt };
    const { conflict } = await kind.replace(ports)(next, document.revision);
    if (conflict === undefined) return { done: undefined };
    if (armed !== document.armed) await takeBack(ports, armed, conflict.alarm.epoch, { kind: kind.kind, id });
    return { lostTo: conflict };
  });
}

async function followAndArm<D extends Reacting, P extends ProtocolPorts>(
  ports: P,
  kind: DocumentKind<D, P>,
  id: string,
  document: D,
  fresh: readonly number[],
) {
  const settled = kind.follow === undefined ? document : await kind.follow(ports, document, fresh);
  return { settled, armed: await arm(ports, settled, { kind: kind.kind, id }) };
}

async function handOverMessages<D extends Reacting, P extends ProtocolPorts>(
  ports: P,
  kind: DocumentKind<D, P>,
  document: D,
  fresh: readonly number[],
): Promise<void> {
  if (fresh.length === 0) return;
  const owed = await kind.messages(ports, document, fresh);
  const now = toInstant(ports.clock.now());
  const notices = owed.map(({ plan, delaySeconds, bundle }) => ({
    delaySeconds,
    notice: plannedNotice(plan, now, delaySeconds, bundle),
  }));
  // Written first: a message about a notice that does not exist would be an error, and whatever goes together is there
  // when the first of it goes.
  await Promise.all(notices.map(({ notice }) => ports.notices.plan(notice)));
  await ports.noticeQueue.sendDelayed(
    notices.map(({ notice, delaySeconds }) => ({
      message: ports.notices.refOf(notice),
      // A second more: a message that comes early would find the notice not due.
      delaySeconds: delaySeconds === 0 ? 0 : delaySeconds + 1,
    })),
  );
}
