import { strFromU8, unzipSync } from "fflate";
import type { PaperFacts } from "../../../lib/app/ports/paper-facts.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { after, at, personal, plain, registered } from "../../support/builders.ts";
import { company, everybody, project } from "../../support/organisation.ts";

export const blank: PaperFacts = {
  company,
  people: everybody,
  policy: builtInPolicy,
  code: "https://desk.example",
  website: "https://desk.example",
  at: at("2026-03-10 09:00"),
};

/** A complaint with everything that the forms ask for, up to a follow-up that nobody answered and one that was. */
export function handled(matter = "电梯又停了，老人被困十分钟"): Complaint {
  const give = (
    complaint: Complaint,
    hour: number,
    command: Parameters<typeof after>[1],
    who = "supervisor-1",
  ) =>
    after(
      complaint,
      command,
      at(`2026-03-0${2 + Math.floor(hour / 24)} ${String(hour % 24).padStart(2, "0")}:00`),
      {
        by: { kind: "person", id: who },
        posts: ["department-head", "manager"],
      },
    );
  let c = registered(
    at("2026-03-02 09:30"),
    {
      complainantKind: "owner",
      againstDepartmentId: "engineering",
      occurredAt: at("2026-03-02 08:10"),
      requestedReplyAt: at("2026-03-02 18:00"),
      headcount: 6,
      location: { area: "一期", building: "3", unit: "1", room: "502" },
    },
    {
      matter: personal(matter),
      name: personal("王示例"),
      phone: personal("13800000000"),
      place: personal("3号楼电梯厅"),
      signatories: personal("王示例、李示例\n赵示例"),
    },
  );
  c = give(c, 10, { type: "classify", classCode: "1.2.1", level: "C" });
  c = give(c, 10, { type: "judge", validity: "valid", reason: personal("属实"), difficulty: "moderate" });
  c = give(c, 10, {
    type: "assign",
    departmentId: "engineering",
    handlerId: "handler-1",
    limitAt: at("2026-03-03 12:00"),
  });
  c = give(c, 11, plain.accept(), "handler-1");
  c = give(c, 12, plain.reply());
  c = give(c, 13, { type: "investigate", text: personal("门机控制板老化") }, "handler-1");
  c = give(c, 13, { type: "consult", text: personal("维保单位建议更换") }, "handler-1");
  c = give(
    c,
    14,
    {
      type: "plan",
      act: {
        kind: "write",
        text: personal("更换门机控制板并复检"),
        nodes: [
          { dueAt: at("2026-03-03 12:00"), text: personal("配件到场") },
          { dueAt: at("2026-03-04 18:00"), text: personal("更换并试运行") },
        ],
      },
    },
    "handler-1",
  );
  c = give(c, 15, { type: "plan", act: { kind: "approve" } });
  c = give(c, 16, { type: "plan", act: { kind: "agree", via: "visit" } });
  c = give(c, 34, { type: "progress", text: personal("配件已到"), nodeId: "n1" }, "handler-1");
  c = give(c, 35, { type: "resolve", via: "phone", text: personal("控制板已更换，试运行正常") }, "handler-1");
  c = give(c, 36, plain["sign-off"](), "engineering-head");
  c = give(c, 37, { type: "follow-up", outcome: "no-answer" });
  c = give(c, 38, { type: "follow-up", outcome: "reached", grade: 3, reason: personal("等得太久") });
  return c;
}

export const filled = (complaint: Complaint = handled()): PaperFacts => ({
  ...blank,
  project,
  complaint,
  code: `https://desk.example/complaints/${complaint.registration.number}`,
});

/** The text of a Word document, paragraph by paragraph; throws when its XML is broken. */
export function textOf(document: Uint8Array): string {
  return paragraphs(partOf(document, "word/document.xml"));
}

/** One part of a Word document. */
export function partOf(document: Uint8Array, name: string): string {
  const part = unzipSync(document)[name];
  if (part === undefined) throw new Error(`no ${name}`);
  return strFromU8(part);
}

function paragraphs(xml: string): string {
  return xml
    .split("</w:p>")
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([, text]) => unescaped(text ?? ""))
        .join(""),
    )
    .join("\n");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
