import type { PaperFacts } from "../../../app/ports/paper-facts.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { ticketOf } from "../../../domain/complaint/tickets.ts";
import { replyViaWords } from "../../../domain/words/channels.ts";
import { ticketKindWords } from "../../../domain/words/tickets.ts";
import { blankTime, choices, eventsOf, filledFrom, signature } from "../filled.ts";
import { one, prose, type SheetBlock, two } from "../sheet.ts";

/**
 * 转办工单办理情况回复: everything the platform asks for, from what is on record: nobody copies the ticket's number, the
 * demand, or how and when the citizen was contacted.
 */
export function ticketReply(facts: PaperFacts): SheetBlock[] {
  const { complaint, project, company } = facts;
  const filled = filledFrom(facts);
  const external = complaint?.registration.external;
  const ticket = complaint === undefined ? undefined : ticketOf(complaint);
  return [
    {
      kind: "grid",
      rows: [
        two(["转办平台", external?.system], ["工单号", external?.ticketNo]),
        two(["承办单位", external?.unit], ["我方编号", complaint?.registration.number]),
        one(
          "工单类型",
          choices(ticketKindWords, (kind) => kind === external?.kind),
        ),
        two(
          ["收到时间", filled.at(complaint?.registration.receivedAt) ?? blankTime],
          ["签收时间", filled.at(ticket?.signedAt) ?? blankTime],
        ),
        two(
          ["办理时限", filled.at(ticket?.dueAt) ?? blankTime],
          ["报送时间", filled.at(ticket?.repliedAt) ?? blankTime],
        ),
        two(["诉求人", filled.name], ["联系电话", filled.value("phone")]),
        one("地址", [project?.name, filled.unit].filter((part) => part !== undefined).join("　")),
        one("反映内容", filled.value("matter"), 3),
        one("诉求", filled.value("demand"), 2),
        one("与诉求人联系情况", contacts(facts), 2),
        one("办理情况和结果", answer(facts), 5),
        two(
          ["承办部门", filled.department(complaint?.departmentId)],
          ["承办人", filled.person(complaint?.handlerId)],
        ),
        one("负责人", signature),
      ],
    },
    prose(`${company.name}（盖章）`, "right"),
  ];
}

/** How and when the citizen was told, oldest first. */
function contacts(facts: PaperFacts): string | undefined {
  const { complaint } = facts;
  if (complaint === undefined) return undefined;
  const filled = filledFrom(facts);
  const lines = told(complaint).map(
    ({ occurredAt, fact }) => `${filled.at(occurredAt) ?? ""}　${replyViaWords[fact.via].zh}`,
  );
  return lines.length === 0 ? undefined : lines.join("\n");
}

function told(complaint: Complaint) {
  return [
    ...eventsOf(complaint, "replied"),
    ...eventsOf(complaint, "resolved"),
    ...eventsOf(complaint, "invalidExplained"),
  ].toSorted((one, other) => one.seq - other.seq);
}

/** What was written for the platform this time, else what the citizen was told. */
function answer(facts: PaperFacts): string | undefined {
  const { complaint } = facts;
  const { last } = filledFrom(facts);
  const sent = complaint?.ticket?.repliedAt === undefined ? undefined : last("replyDocumentSent");
  return sent ?? last("resolved") ?? last("invalidExplained") ?? last("replied");
}
