import { complaintClasses } from "../../../domain/classification/classes.ts";
import { type Complaint, personalValue } from "../../../domain/complaint/document.ts";
import { recurrence } from "../../../domain/complaint/rules/recurrence.ts";
import { monthPeriod, type SheetOptions, within } from "../../../domain/statistics/index.ts";
import { fromInstant, type Instant } from "../../../domain/time/instant.ts";
import type { ActionLine } from "../../ports/workbook-input.ts";

/**
 * The corrective actions (整改, D15) of a complaint as it stood at the cut-off: those not verified yet, and those opened
 * or verified in the period.
 */
export function actionLines(
  complaint: Complaint,
  project: { readonly name: string },
  options: SheetOptions,
  nameOf: (personId: string) => string,
): ActionLine[] {
  if (complaint.actions === undefined) return [];
  const month = monthPeriod(options);
  const isInPeriod = (at: Instant) => within(month, fromInstant(at).epochMilliseconds);
  return plannedActions(complaint).flatMap(({ id, openedAt, seq }): ActionLine[] => {
    const action = complaint.actions?.find((one) => one.id === id);
    if (action === undefined) return [];
    const { verifiedAt } = action;
    if (verifiedAt !== undefined && !isInPeriod(openedAt) && !isInPeriod(verifiedAt)) return [];
    const { classCode, registration } = complaint;
    return [
      {
        project: project.name,
        number: registration.number,
        point: classCode === undefined ? null : complaintClasses[classCode].zh,
        cause: personalValue(complaint, seq, `cause.${id}`) ?? recurred(complaint, seq),
        measure: personalValue(complaint, seq, `measure.${id}`) ?? evidenceOf(complaint, id),
        owner: nameOf(action.ownerId),
        openedAt,
        dueAt: action.dueAt,
        evidencedAt: action.evidencedAt ?? null,
        verifiedAt: verifiedAt ?? null,
        onTime:
          verifiedAt === undefined
            ? action.dueAt < options.asOf
              ? false
              : null
            : verifiedAt <= action.dueAt,
      },
    ];
  });
}

/** D15: what nobody has reviewed was opened because it came back. */
function recurred({ events }: Complaint, seq: number): string | null {
  const fact = events.find((event) => event.seq === seq)?.fact;
  return fact?.type === "recurrenceFound"
    ? `同楼栋同一投诉点${recurrence.days}天内第${fact.complaintIds.length + 1}次投诉`
    : null;
}

/** What its owner has handed in as done, where nobody has said before what is to be done. */
function evidenceOf(complaint: Complaint, id: string): string {
  const given = complaint.events.findLast(
    ({ fact }) => fact.type === "actionEvidenced" && fact.actionId === id,
  );
  return (given && personalValue(complaint, given.seq, "text")) ?? "（责任人尚未提出）";
}

/** When each action was opened, and by which event: its texts stand beside that. */
export function plannedActions(complaint: Complaint): { id: string; openedAt: Instant; seq: number }[] {
  return complaint.events.flatMap(({ fact, occurredAt, seq }) => {
    switch (fact.type) {
      case "reviewed":
        return fact.actions.map(({ id }) => ({ id, openedAt: occurredAt, seq }));
      case "recurrenceFound":
        return [{ id: fact.action.id, openedAt: occurredAt, seq }];
      default:
        return [];
    }
  });
}
