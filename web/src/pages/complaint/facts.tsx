import type { ReactNode } from "react";
import { complaintClasses, isClassCode } from "../../../../lib/domain/classification/classes.ts";
import { notifiedWords } from "../../../../lib/domain/residents/notified.ts";
import { causeFactorParts, dutyCauseWords } from "../../../../lib/domain/words/causes.ts";
import { channelWords, intakeWords } from "../../../../lib/domain/words/channels.ts";
import {
  difficultyWords,
  gradeNamed,
  gradeOriginWords,
  levelLabel,
  mannerWords,
  urgencyWords,
  validityWords,
} from "../../../../lib/domain/words/complaint.ts";
import { exemptionWords, ticketAnswerWords } from "../../../../lib/domain/words/tickets.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { useNames, useProjects } from "../../parts/directory.ts";
import { At } from "../../parts/time.tsx";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { aside, useSay } from "../../words/words.ts";
import { Complainant } from "./complainant.tsx";
import { Files } from "./files.tsx";
import type { Complaint } from "./query.ts";

interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** The facts of a complaint; what nobody said is not shown. */
export function Facts({ complaint }: { readonly complaint: Complaint }) {
  const say = useSay();
  const facts = useFacts(complaint);
  return (
    <>
      {complaint.reception !== undefined && <p className="note">{say(complaint.reception)}</p>}
      <h2>{say(fieldLabel("matter"))}</h2>
      <p className="text matter">
        {complaint.matter ??
          say(
            complaint.complainedOf === true
              ? { zh: "（不向被投诉人显示）", en: "(not shown to whoever is complained of)" }
              : { zh: "（已删除）", en: "(erased)" },
          )}
      </p>
      {complaint.hint !== undefined && <Hint complaint={complaint} />}
      <Complainant complaint={complaint} />
      <dl className="facts">
        {facts
          .filter(({ value }) => value !== undefined && value !== "")
          .map(({ label, value }) => (
            <div className="fact" key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Files complaint={complaint} />
    </>
  );
}

/** How the facts are said: labels, words of codes, instants and names. */
function useWording(complaint: Complaint) {
  const say = useSay();
  const nameOf = useNames(complaint.projectId);
  const { data: projects = [] } = useProjects();
  const departments = projects.find(({ id }) => id === complaint.projectId)?.departments ?? [];
  const department = (id: string | undefined) =>
    id === undefined ? undefined : (departments.find((one) => one.id === id)?.name ?? id);
  const label = (field: string) => say.label(fieldLabel(field));
  const words = (vocabulary: Parameters<typeof wordsFor>[0], code: string | undefined) =>
    code === undefined ? undefined : say.label(wordsFor(vocabulary, code));
  const at = (instant: string | undefined) => (instant === undefined ? undefined : <At instant={instant} />);
  return { say, nameOf, department, label, words, at };
}
type Wording = ReturnType<typeof useWording>;

function useFacts(complaint: Complaint): readonly Fact[] {
  const wording = useWording(complaint);
  return [
    ...factsOfReceipt(complaint, wording),
    ...factsOfMatter(complaint, wording),
    ...factsOfCourse(complaint, wording),
  ];
}

/** Where, how and when it came in. */
function factsOfReceipt(complaint: Complaint, { say, label, words, at }: Wording): readonly Fact[] {
  return [
    { label: label("place"), value: complaint.place },
    { label: say({ zh: "来源", en: "Source" }), value: words(channelWords, complaint.channel) },
    { label: say({ zh: "受理", en: "Taken in" }), value: words(intakeWords, complaint.intake) },
    { label: say({ zh: "受理时间", en: "Received" }), value: at(complaint.receivedAt) },
    { label: label("occurredAt"), value: at(complaint.occurredAt) },
    { label: label("requestedReplyAt"), value: at(complaint.requestedReplyAt) },
    {
      label: say({ zh: "个人信息告知", en: "Privacy notice" }),
      value:
        complaint.consent === undefined
          ? undefined
          : `${complaint.consent.notice} · ${say.label(notifiedWords[complaint.consent.how ?? "ticked"])}`,
    },
  ];
}

/** What it is about and who has it in hand. */
function factsOfMatter(
  complaint: Complaint,
  { say, label, words, nameOf, department }: Wording,
): readonly Fact[] {
  const { classCode, against } = complaint;
  return [
    {
      label: label("classCode"),
      value:
        classCode !== undefined && isClassCode(classCode)
          ? `${classCode} ${say(complaintClasses[classCode])}`
          : classCode,
    },
    {
      label: label("level"),
      value: complaint.level === undefined ? undefined : say(levelLabel(complaint.level)),
    },
    { label: label("urgency"), value: words(urgencyWords, complaint.urgency) },
    { label: label("validity"), value: words(validityWords, complaint.validity) },
    { label: label("difficulty"), value: words(difficultyWords, complaint.difficulty) },
    { label: label("manner"), value: words(mannerWords, complaint.manner) },
    { label: label("departmentId"), value: department(complaint.departmentId) },
    {
      label: label("handlerId"),
      value: complaint.handlerId === undefined ? undefined : nameOf(complaint.handlerId),
    },
    {
      label: label("against"),
      value: [
        against?.text,
        department(against?.departmentId),
        against?.personId === undefined ? undefined : nameOf(against.personId),
      ]
        .filter((part) => part !== undefined)
        .join(" · "),
    },
  ];
}

/** What has come of it so far. */
function factsOfCourse(complaint: Complaint, wording: Wording): readonly Fact[] {
  const { say, label, words } = wording;
  const { causeFactor, external } = complaint;
  return [
    { label: label("headcount"), value: complaint.headcount },
    { label: label("urges"), value: complaint.urges === 0 ? undefined : complaint.urges },
    { label: label("dutyCause"), value: words(dutyCauseWords, complaint.dutyCause) },
    {
      label: label("causeFactor"),
      value: words(
        Object.fromEntries(Object.entries(causeFactorParts).map(([code, { detail }]) => [code, detail])),
        causeFactor,
      ),
    },
    {
      label: say({ zh: "转办工单", en: "Ticket" }),
      value:
        external === undefined ? undefined : `${external.system} ${external.ticketNo} · ${external.unit}`,
    },
    { label: label("demand"), value: external?.demand },
    ...factsOfTicket(complaint, wording),
    { label: label("originalAt"), value: complaint.originalAt },
    {
      label: say({ zh: "客户评价", en: "Grades" }),
      value: complaint.grades
        .map(
          ({ grade, origin }) =>
            say(gradeNamed(grade) ?? uiWords.unknown) + aside(say, say(gradeOriginWords[origin])),
        )
        .join(" · "),
    },
  ];
}

/** How the government ticket stands with its platform. */
function factsOfTicket({ ticket }: Complaint, { say, words, at }: Wording): readonly Fact[] {
  if (ticket === undefined) return [];
  const { rating, mergedInto } = ticket;
  const rated = (["contacted", "solved", "satisfied"] as const).map(
    (question) => `${say(fieldLabel(question))} ${words(ticketAnswerWords, rating?.[question]) ?? ""}`,
  );
  return [
    { label: say({ zh: "办理时限（现）", en: "To be answered by" }), value: at(ticket.dueAt) },
    { label: say({ zh: "签收/退单时限", en: "Signed or returned by" }), value: at(ticket.signBy) },
    { label: say({ zh: "签收", en: "Signed" }), value: at(ticket.signedAt) },
    { label: say({ zh: "退单", en: "Returned" }), value: at(ticket.sentBackAt) },
    { label: say({ zh: "并入", en: "Merged into" }), value: mergedInto?.number },
    { label: say({ zh: "申请延期至", en: "More time asked for until" }), value: at(ticket.extensionAsked) },
    { label: say({ zh: "回复件报送", en: "Reply document" }), value: at(ticket.repliedAt) },
    {
      label: say({ zh: "退回重办", en: "Handed back" }),
      value: ticket.returns === 0 ? undefined : ticket.returns,
    },
    {
      label: say({ zh: "平台评价", en: "Platform's rating" }),
      value: rating === undefined ? undefined : rated.join(" · "),
    },
    { label: say({ zh: "平台剔除", en: "Left out" }), value: words(exemptionWords, ticket.exempt) },
  ];
}

/** What the words of the matter speak for; people decide. */
function Hint({ complaint: { hint } }: { readonly complaint: Complaint }) {
  const say = useSay();
  if (hint === undefined || hint.evidence.length === 0) return undefined;
  const code = hint.classCode;
  return (
    <p className="note">
      {say({ zh: "系统提示", en: "Hint" })}：
      {code !== undefined && isClassCode(code) && `${code} ${say(complaintClasses[code])} `}
      {hint.level !== undefined && `${hint.level} `}
      {hint.safety && `⚠ ${say({ zh: "可能涉及安全", en: "may be about safety" })} `}
      <small>{hint.evidence.flatMap(({ words }) => words ?? []).join("、")}</small>
    </p>
  );
}
