import {
  complaintMatters,
  opinionMatters,
  repairMatters,
  safetyMatters,
} from "../../../infra/demo/matters.ts";
import { rawMail } from "../../../infra/demo/mime.ts";
import type { Model } from "../checks/model.ts";
import { type Company, MAILS } from "../engine/company.ts";
import type { Random } from "../engine/random.ts";
import type { Crew } from "./commands.ts";
import type { Desk } from "./desk.ts";

export const channels = [
  "phone",
  "web",
  "wechat",
  "visit",
  "letter",
  "sms",
  "forum",
  "press",
  "relay",
  "government",
  "oral",
  "email",
  "mailbox",
  "desk",
] as const;
export type Door = (typeof channels)[number];

/** Somebody with something to complain about. */
export interface CasePlan {
  readonly n: number;
  readonly kind: "case";
  readonly at: number;
  readonly door: Door;
  readonly project: number;
  /** Cases of one burst concern one problem point of one project: they become a group. */
  readonly burst?: number;
}

export interface Scene {
  readonly company: Company;
  readonly desk: Desk;
  readonly model: Model;
  readonly crew: Crew;
  readonly projectId: string;
  readonly mailbox: string;
  readonly random: Random;
}

/** Personal values with a mark, so that one that strays into logs or events is recognised. */
export function personOf(n: number) {
  return {
    name: `客户标记${n}`,
    phone: `1390${String(n).padStart(7, "0")}`,
    email: `marked-${n}@resident.example`,
    kind: "owner",
  } as const;
}

/** Brings the complaint in by its door; the complaint's id once it is known, undefined if nobody ever heard. */
export async function complain(plan: CasePlan, scene: Scene): Promise<string | undefined> {
  const { desk, projectId, random } = scene;
  const body = bodyOf(plan, desk.now, random);
  const sourceId = `case-${plan.n}`;
  switch (plan.door) {
    case "email":
      return byMail(plan, scene, body.matter);
    case "mailbox":
      return byBox(plan, scene, body);
    case "desk": {
      const answer = await desk.asPerson(random.pick(scene.crew.clerks), "POST", "/complaints", {
        projectId,
        sourceId,
        ...body,
      });
      return answer?.json?.id;
    }
    default: {
      const external = {
        system: "12345",
        ticketNo: `T${plan.n}`,
        unit: "街道",
        dueAt: new Date(desk.now + random.int(24, 120) * 3_600_000).toISOString(),
      };
      const file = random.chance(0.15) ? await handIn(plan.n, scene) : undefined;
      const posted = {
        projectId,
        sourceId,
        ...body,
        ...(file === undefined ? {} : { attachments: [file.id] }),
        ...(plan.door === "government" ? { external, intake: "government" } : {}),
      };
      const post = () => desk.asSystem("integration", `/channels/${plan.door}/complaints`, posted);
      // Systems and impatient people send twice at once, or again a little later.
      const [answer] = await Promise.all(random.chance(0.2) ? [post(), post()] : [post()]);
      if (random.chance(0.1)) await post();
      if (file !== undefined && answer?.json?.id !== undefined)
        scene.model.files.set(answer.json.id, file.content);
      return answer?.json?.id;
    }
  }
}

/** A picture or a letter goes to where the desk says, before the complaint names it. */
async function handIn(
  n: number,
  { company, desk }: Scene,
): Promise<{ id: string; content: string } | undefined> {
  const content = `%PDF-1.4\n% page ${n}\n%%EOF\n`;
  const file = { fileName: `客户标记${n}.pdf`, contentType: "application/pdf", size: content.length };
  const announced = await desk.asSystem("integration", "/uploads", file);
  const id: string | undefined = announced?.json?.uploadId;
  if (id === undefined) return undefined;
  company.aws.objects.put("attachments", `uploads/${id}`, Buffer.from(content), "application/pdf");
  return { id, content };
}

function bodyOf({ n, burst }: CasePlan, now: number, random: Random) {
  const kind =
    burst === undefined
      ? random.weighted([
          ["complaint", 12],
          ["safety", 1.5],
          ["opinion", 2],
          ["repair", 1],
        ] as const)
      : "complaint";
  const matter =
    kind === "safety"
      ? random.pick(safetyMatters)
      : kind === "opinion"
        ? random.pick(opinionMatters)
        : kind === "repair"
          ? random.pick(repairMatters)
          : random.weighted(complaintMatters);
  const anonymous = burst === undefined && random.chance(0.08);
  return {
    matter: matter.text.replaceAll("{n}", "3").replaceAll("{b}", "2"),
    ...(anonymous
      ? { complainant: { anonymous: true } }
      : {
          complainant: personOf(n),
          location: { area: "一期", building: "2", unit: "1", room: String(100 + (n % 800)) },
        }),
    ...(burst === undefined
      ? random.chance(0.4)
        ? { classCode: matter.classCode }
        : {}
      : { classCode: "1.2.2" }),
    ...(kind === "safety" ? { safety: true } : {}),
    ...(kind === "opinion" || kind === "repair" ? { recordKind: kind } : {}),
    ...(random.chance(0.05) ? { headcount: random.int(5, 20) } : {}),
    ...(random.chance(0.08) ? { urgency: "urgent" } : {}),
    // D11: some say until when they want to hear, at night as well as by day.
    ...(random.chance(0.15)
      ? { requestedReplyAt: new Date(now + random.int(2, 30) * 1_800_000).toISOString() }
      : {}),
  };
}

async function byMail(
  { n }: CasePlan,
  { company, desk, mailbox, model, crew, projectId }: Scene,
  matter: string,
): Promise<string | undefined> {
  const { name, email } = personOf(n);
  const mail = {
    messageId: `<case-${n}@resident.example>`,
    from: { name, address: email },
    to: mailbox,
    subject: `投诉 ${n}`,
    text: matter,
    style: "plain",
  } as const;
  company.aws.objects.put(MAILS, `raw/${n}.eml`, rawMail(mail, desk.now));
  model.mailed(n, desk.now);
  for (let look = 0; look < 8; look += 1) {
    await desk.pause(20 * 60_000 * (look + 1));
    const found = await desk.asPerson(
      crew.clerks[0] ?? crew.manager,
      "GET",
      `/complaints?projectId=${projectId}&q=${encodeURIComponent(email)}`,
    );
    const id: string | undefined = found?.json?.items?.[0]?.id;
    if (id !== undefined) return id;
  }
  return undefined;
}

async function byBox({ n }: CasePlan, { desk, projectId }: Scene, body: object): Promise<string | undefined> {
  const round = {
    roundId: `round-${n}`,
    projectId,
    boxId: "box-1",
    openedAt: new Date(desk.now - 60_000).toISOString(),
    openedBy: "前台",
    slips: [{ slipId: `slip-${n}`, ...body }],
  };
  const answer = await desk.asSystem("box-app", "/channels/mailbox/rounds", round);
  return answer?.json?.accepted?.[0]?.id;
}
