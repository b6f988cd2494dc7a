import type { GroupLevel } from "../complaint/events.ts";
import type { Digest } from "../document/chain.ts";
import type { GroupPolicy } from "../policy/group-policy.ts";

/**
 * Who is called after the solution: of a group of level B everybody, else a share drawn by the hash of group and
 * complaint, so that nobody chooses whom to call and a second draw gives the same (`default` 20 %, at least 5).
 */
export function drawSample(
  group: { readonly id: string; readonly level: GroupLevel },
  complaintIds: readonly string[],
  { sample }: GroupPolicy,
  digest: Digest,
): string[] {
  if (group.level === "B") return [...complaintIds];
  const size = Math.max(sample.least, Math.ceil((complaintIds.length * sample.percent) / 100));
  const drawn = complaintIds
    .map((id) => ({ id, lot: digest(`${group.id}\n${id}`) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
  return complaintIds.filter((id) => drawn.includes(id));
}
