import type { StoredEvent } from "../complaint/events.ts";
import type { GroupFact } from "../groups/events.ts";
import type { Group } from "../groups/group.ts";
import { defined } from "../present.ts";
import type { GroupWebhookKind, WebhookNews } from "./kinds.ts";

interface GroupData {
  readonly groupId: string;
  /** Rises with every event of the group. */
  readonly seq: number;
  readonly projectId: string;
  /** The problem point (投诉点) of its members. */
  readonly classCode: string;
  readonly level: string;
  readonly status: string;
  readonly proposedAt: string;
  /** Its members now. */
  readonly complaintIds: readonly string[];
  /** Who came or went with this event. */
  readonly changed?: readonly string[];
  readonly clock?: string;
  readonly rung?: string;
  /** Seconds that a rung was decided late. */
  readonly lateBy?: number;
}

/** The kind of an event of a group that others may ask for; undefined for what is ours alone. */
export function groupWebhookKindOf({
  fact,
}: Pick<StoredEvent<GroupFact>, "fact">): GroupWebhookKind | undefined {
  switch (fact.type) {
    case "proposed":
      return "group.proposed";
    case "confirmed":
      return "group.confirmed";
    case "membersAdded":
      return "group.joined";
    case "memberLeft":
      return "group.left";
    case "rungDecided":
      return fact.unneeded === true ? undefined : "group.escalated";
    case "resolved":
      return "group.resolved";
    case "closed":
      return "group.closed";
    case "dissolved":
      return "group.dissolved";
    default:
      return undefined;
  }
}

/** What systems may want to be told of these numbers of a group's outbox. */
export function groupTold(group: Group, numbers: readonly number[]): readonly WebhookNews[] {
  return group.events
    .filter(({ seq }) => numbers.includes(seq))
    .flatMap((event) => {
      const kind = groupWebhookKindOf(event);
      if (kind === undefined) return [];
      const key = `${group.identity.id}#${event.seq}`;
      const payload = { type: kind, timestamp: event.occurredAt, data: dataOf(event, group) };
      return [{ kind, at: event.recordedAt, key, payload }];
    });
}

function dataOf(event: StoredEvent<GroupFact>, group: Group): GroupData {
  const { identity, level, status, proposedAt, members } = group;
  return {
    groupId: identity.id,
    seq: event.seq,
    projectId: identity.projectId,
    classCode: identity.code,
    level,
    status,
    proposedAt,
    complaintIds: members.map(({ complaintId }) => complaintId),
    ...detailsOf(event),
  };
}

function detailsOf({ fact }: StoredEvent<GroupFact>): Partial<GroupData> {
  switch (fact.type) {
    case "membersAdded":
      return { changed: fact.members.map(({ complaintId }) => complaintId) };
    case "memberLeft":
      return { changed: [fact.complaintId] };
    case "rungDecided":
      return defined({ clock: fact.name, rung: fact.rung, lateBy: fact.lateBy });
    default:
      return {};
  }
}
