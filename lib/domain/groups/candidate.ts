import type { ClassCode } from "../classification/classes.ts";
import { type Complaint, isOpen } from "../complaint/document.ts";
import type { Instant } from "../time/instant.ts";

/** What grouping looks at in a complaint. */
export interface Candidate {
  readonly complaintId: string;
  readonly number: string;
  readonly kind: "complaint" | "opinion";
  readonly receivedAt: Instant;
  /** The household, or the person where the room is unknown; absent where neither is known. */
  readonly party?: string;
  readonly building?: string;
  readonly headcount?: number;
}

/** The complaint as a candidate; undefined for one that is over, or is neither a complaint nor an opinion (D11). */
export function candidateOf(complaint: Complaint): Candidate | undefined {
  const { id, number, recordKind: kind, receivedAt, location, headcount } = complaint.registration;
  if ((kind !== "complaint" && kind !== "opinion") || !isOpen(complaint)) return undefined;
  const party = partyOf(complaint);
  return {
    complaintId: id,
    number,
    kind,
    receivedAt,
    ...(party === undefined ? {} : { party }),
    ...(location.building === undefined ? {} : { building: location.building }),
    ...(headcount === undefined ? {} : { headcount }),
  };
}

/** Who complains: the household, by person where the room is unknown (`default`). */
export function partyOf({ registration }: Complaint): string | undefined {
  const { householdKey, contactKey } = registration;
  if (householdKey !== undefined) return `household:${householdKey}`;
  return contactKey === undefined ? undefined : `person:${contactKey}`;
}

/** The problem point (投诉点) that grouping goes by; a class alone, such as 1.2 设备管理, is far too wide. */
export function groupingCode(complaint: Complaint): ClassCode | undefined {
  const classCode = complaint.classCode ?? complaint.hint?.classCode;
  return classCode !== undefined && isProblemPoint(classCode) ? classCode : undefined;
}

function isProblemPoint(code: string): boolean {
  return code.split(".").length === 3;
}
