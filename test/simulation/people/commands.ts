import type { Random } from "../engine/random.ts";

// oxlint-disable-next-line typescript/no-explicit-any
type View = any;

/** Who may be asked to do a thing, in the words of the sample company. */
export interface Crew {
  readonly clerks: readonly string[];
  readonly lead: string;
  readonly manager: string;
  readonly projectManager: string;
  readonly region: string;
  readonly headquarters: string;
  readonly departments: readonly string[];
  readonly handlers: ReadonlyMap<string, string>;
  readonly heads: ReadonlyMap<string, string>;
}

const text = "已到现场查看，按规程处理。";
const hours = (count: number) => count * 3_600_000;
const iso = (at: number) => new Date(at).toISOString();

/** How gladly somebody gives a command now; 0 for one that would make no sense. */
export function weight(command: string, view: View): number {
  const { status } = view;
  const paused = (view.clocks as { name: string }[]).length === 0;
  switch (command) {
    case "reply":
      return view.repliedAt === undefined ? 9 : 0.2;
    case "classify":
      return view.level === undefined ? 7 : 0.3;
    case "judge":
      return view.validity === undefined ? 5 : 0.1;
    case "assign":
      return status === "registered" ? 8 : 0.3;
    case "accept":
      return 4;
    case "complete-registration":
      return view.missing.length > 0 ? 6 : 0.1;
    case "investigate":
    case "consult":
    case "form-team":
    case "report-up":
    case "foresee":
    case "instruct":
      return 1.3;
    case "plan":
      return view.plan === undefined
        ? 3
        : view.plan.approvedAt === undefined || view.plan.agreedAt === undefined
          ? 3
          : 0.2;
    case "progress":
      return 1;
    case "daily-report":
      return view.level === "A" || view.level === "B" ? 2 : 0.1;
    case "resolve":
      return 4;
    case "follow-up":
      return view.firstGrade === undefined ? 7 : 0.3;
    case "sign-off":
      return view.signedOffAt === undefined ? 4 : 0.1;
    case "opinion":
      return 1;
    case "check-effect":
      return view.effectCheckedAt === undefined ? 2 : 0.1;
    case "review":
      return view.reviewedAt === undefined ? 1.5 : 0.1;
    case "close":
      return 5;
    case "reopen":
      return status === "closed" ? 1.5 : 2.5;
    case "pause":
      return paused ? 0 : 1.5;
    case "resume":
      return 2.5;
    case "evidence":
    case "verify":
      return view.actions === undefined ? 0 : 2;
    case "explain-invalid":
      return view.validity === "invalid" ? 6 : 0;
    case "withdraw":
    case "refer":
    case "convert":
    case "register-and-close":
      return 0.06;
    case "leave-group":
      return 0.05;
    case "sign-ticket":
      return 5;
    case "send-reply-document":
      return status === "resolved" ? 6 : 1.5;
    case "record-extension":
    case "record-ticket-rating":
      return 1.2;
    case "ask-extension":
    case "ticket-returned":
      return 0.4;
    case "return-ticket":
    case "object-to-dispatch":
      return 0.1;
    case "acknowledge":
    case "link-repeat":
    case "join-group":
    case "merge-ticket":
      return 0;
    default:
      return 0.2;
  }
}

/** The fields of a command as somebody at a desk would fill them in. */
export function fieldsOf(command: string, view: View, crew: Crew, now: number, random: Random): object {
  const department = view.departmentId ?? random.pick(crew.departments);
  switch (command) {
    case "reply":
    case "explain-invalid":
    case "resolve":
      return { via: random.chance(0.25) && view.anonymous !== true ? "email" : "phone", text };
    case "classify":
      return {
        classCode: view.classCode ?? "1.2",
        ...(view.recordKind === "complaint"
          ? {
              level: random.weighted([
                ["A", 1],
                ["B", 2],
                ["C", 7],
              ] as const),
            }
          : view.recordKind === "opinion"
            ? { level: random.pick(["D", "E"]) }
            : {}),
        ...(random.chance(0.1) ? { urgency: random.pick(["general", "important", "urgent"]) } : {}),
        ...(random.chance(0.05) ? { safety: random.chance(0.5) } : {}),
      };
    case "judge":
      return {
        validity: random.weighted([
          ["valid", 8],
          ["assisted", 1],
          ["invalid", 1],
        ] as const),
        reason: text,
      };
    case "assign":
    case "transfer":
      return assignment(command, department, crew, now, random);
    case "complete-registration":
      return { withheld: true };
    case "correct":
      return { reason: text, place: "门厅" };
    case "form-team":
      return { text, departmentIds: crew.departments.slice(0, 2) };
    case "investigate":
      return { text, testimonies: 2 };
    case "foresee":
      return { text, affected: 10 };
    case "report-up":
    case "instruct":
    case "consult":
    case "note":
    case "customer-message":
      return { text };
    case "send-link":
      return { via: view.complainant?.email === undefined ? "sms" : "email" };
    case "plan":
      return planAct(view, now, random);
    case "progress": {
      const node = view.plan?.nodes.find((one: { doneAt?: string }) => one.doneAt === undefined);
      return node === undefined ? { text } : { text, nodeId: node.id };
    }
    case "daily-report":
      return { text, departmentIds: [department] };
    case "opinion":
      return { grade: random.int(1, 5), text };
    case "check-effect":
      return { effective: random.chance(0.9), text };
    case "review":
      return {
        text,
        actions: [
          {
            ownerId: crew.handlers.get(department) ?? crew.lead,
            dueAt: iso(now + hours(24 * 5)),
            cause: text,
            measure: text,
          },
        ],
      };
    case "evidence":
    case "verify": {
      const action =
        view.actions?.find((one: { verifiedAt?: string }) => one.verifiedAt === undefined) ??
        view.actions?.[0];
      return {
        actionId: action?.id ?? "1",
        text,
        ...(command === "verify" ? { passed: random.chance(0.8) } : {}),
      };
    }
    case "follow-up":
      return followUp(random);
    case "close":
    case "reopen":
    case "withdraw":
    case "refer":
      return { reason: text };
    case "convert":
      return { recordKind: "complaint", reason: text };
    case "register-and-close":
      return { text, classCode: "1.5" };
    case "pause":
      return {
        reason: random.pick(["owner-appointment", "developer-warranty", "repair-fund", "third-party"]),
      };
    case "extend":
      return {
        clock: random.pick(["result", "plan", "firstReply"]),
        dueAt: iso(now + hours(72)),
        reason: text,
      };
    case "urge":
      return { text };
    case "return-ticket":
      return { reason: "not-our-project", text };
    default:
      return ticketFields(command, now, random);
  }
}

/** What is done with a ticket of the government's platform (12345). */
function ticketFields(command: string, now: number, random: Random): object {
  switch (command) {
    case "object-to-dispatch":
      return { act: random.chance(0.5) ? "raise" : "rule", reason: "not-our-project", upheld: false, text };
    case "ask-extension":
      return { dueAt: iso(now + hours(random.int(48, 150))), reason: text };
    case "record-extension":
      return { granted: random.chance(0.7), text };
    case "send-reply-document":
      return { text };
    case "ticket-returned":
      return { dueAt: iso(now + hours(random.int(24, 72))), text };
    case "record-ticket-rating": {
      const [contacted, solved, satisfied] = [random, random, random].map((one) =>
        one.chance(0.7) ? "yes" : "no",
      );
      return { contacted, solved, satisfied };
    }
    default:
      return {};
  }
}

function assignment(command: string, department: string, crew: Crew, now: number, random: Random): object {
  const departmentId = command === "transfer" ? random.pick(crew.departments) : department;
  const handlerId = crew.handlers.get(departmentId);
  return {
    departmentId,
    ...(handlerId === undefined || random.chance(0.2) ? {} : { handlerId }),
    ...(random.chance(0.3) ? { limitAt: iso(now + hours(random.int(4, 60))) } : {}),
    ...(command === "transfer" ? { reason: text } : {}),
  };
}

function planAct(view: View, now: number, random: Random): object {
  if (view.plan === undefined) {
    const nodes = random.chance(0.6) ? [{ text, dueAt: iso(now + hours(random.int(8, 90))) }] : [];
    return { act: "write", text, nodes };
  }
  return view.plan.approvedAt === undefined ? { act: "approve" } : { act: "agree", via: "phone" };
}

function followUp(random: Random): object {
  const outcome = random.weighted([
    ["reached", 8],
    ["no-answer", 2],
    ["wrong-number", 0.3],
    ["refused", 0.3],
  ] as const);
  if (outcome !== "reached") return { outcome };
  const grade = random.weighted([
    [5, 5],
    [4, 4],
    [3, 1],
    [2, 1],
    [1, 0.5],
  ] as const);
  return { outcome, grade, ...(grade < 4 ? { reason: text } : {}) };
}
