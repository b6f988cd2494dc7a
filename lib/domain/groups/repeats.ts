import { type Complaint, registeredValue } from "../complaint/document.ts";
import type { GroupPolicy } from "../policy/group-policy.ts";
import { plusSeconds } from "../time/instant.ts";
import { groupingCode } from "./candidate.ts";
import { comesBefore } from "./order.ts";
import { partyOf } from "./sighting.ts";

const DAY = 86_400;

/** The complaint that this one repeats, and how often the matter has come by now. */
export interface FoundRepeat {
  readonly complaintId: string;
  readonly number: string;
  readonly nth: number;
}

/**
 * 重复投诉: the latest earlier complaint of the same household (by person where the room is unknown) with the same
 * problem point or the same words, at most 30 days before (`default`). An opinion repeats no complaint.
 */
export function findRepeat(
  complaint: Complaint,
  others: readonly Complaint[],
  policy: GroupPolicy,
): FoundRepeat | undefined {
  const { receivedAt, recordKind } = complaint.registration;
  if (recordKind !== "complaint" && recordKind !== "opinion") return undefined;
  const party = partyOf(complaint);
  if (party === undefined) return undefined;
  const since = plusSeconds(receivedAt, -policy.repeatDays * DAY);
  const earlier = others
    .filter(({ registration }) => registration.recordKind === recordKind)
    .filter(({ registration }) => registration.projectId === complaint.registration.projectId)
    .filter(
      (other) =>
        other.registration.receivedAt >= since && comesBefore(other.registration, complaint.registration),
    )
    .filter((other) => partyOf(other) === party && isSameMatter(other, complaint))
    .toSorted((a, b) => (comesBefore(a.registration, b.registration) ? 1 : -1));
  const [before] = earlier;
  if (before === undefined) return undefined;
  const { id: complaintId, number } = before.registration;
  // Of those that came in one moment the one before may not be linked yet; one of a longer row knows more than 30 days.
  return { complaintId, number, nth: Math.max(before.repeat?.nth ?? 1, earlier.length) + 1 };
}

function isSameMatter(a: Complaint, b: Complaint): boolean {
  const code = groupingCode(a);
  if (code !== undefined && code === groupingCode(b)) return true;
  const words = normalMatter(a);
  return words !== undefined && words === normalMatter(b);
}

/** The matter without case, width, spaces and punctuation; undefined when it was erased or says nothing. */
export function normalMatter(complaint: Complaint): string | undefined {
  const matter = registeredValue(complaint, "matter")
    ?.normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return matter === "" ? undefined : matter;
}
