import { emergencyCategoryNames, emergencyOutcomes } from "../../../lib/domain/emergencies/taxonomy.ts";
import type { Hook } from "../checks/hooks.ts";
import { sentOf } from "../checks/messages.ts";
import type { Model } from "../checks/model.ts";
import type { Json } from "../checks/naive.ts";
import { type Company, MAILS } from "../engine/company.ts";
import type { Random } from "../engine/random.ts";
import { type Crew, fieldsOf } from "./commands.ts";
import type { Desk } from "./desk.ts";
import type { AffairPlan } from "./plan.ts";
import { type CasePlan, complain, type Scene } from "./residents.ts";
import { atWork, crewOf, visit } from "./staff.ts";

export interface Stage {
  readonly company: Company;
  readonly desk: Desk;
  readonly model: Model;
  readonly random: Random;
  /** Ids of complaints that somebody at the desk has heard of, with their project. */
  readonly ids: Map<string, number>;
  readonly until: number;
  /** What somebody does beside: whatever breaks in it breaks the run. */
  during(life: Promise<void>): Promise<void>;
}

function sceneOf({ company, desk, model }: Stage, project: number, random: Random): Scene {
  const { projects, people } = company.file;
  const own = projects[project % projects.length] as (typeof projects)[number];
  return {
    company,
    desk,
    model,
    random,
    crew: crewOf(own, people),
    projectId: own.id,
    mailbox: own.mailbox ?? "",
  };
}

const hours = (count: number) => count * 3_600_000;

/** One complaint, from the moment somebody has it on their mind until nobody comes back to it. */
export async function liveCase(plan: CasePlan, stage: Stage): Promise<void> {
  const random = stage.random.fork(`case ${plan.n}`);
  const scene = sceneOf(stage, plan.project, random);
  await stage.desk.until(plan.at);
  const id = await complain(plan, scene);
  if (id === undefined) return;
  stage.ids.set(id, plan.project);
  if (plan.burst !== undefined) stage.model.ofBurst(plan.burst, id);
  // Some are forgotten: then only the ladder is left.
  const visits = random.chance(0.12) ? 0 : random.int(6, 30);
  // The project manager lets some wait for others, half an hour or most of a day (待业主约时, 待地产维保 …).
  if (random.chance(0.25)) void stage.during(letWait(id, stage, scene, random.fork("wait")));
  // Where people hurry, a day sees it resolved, closed, sent back and stood still.
  const isBrisk = random.chance(0.3);
  for (let turn = 0; turn < visits && stage.desk.now < stage.until; turn += 1) {
    await stage.desk.until(
      atWork(stage.desk.now + random.span(hours(isBrisk ? 0.3 : turn < 6 ? 1.5 : 7)) + 60_000),
    );
    const come = (part: string) =>
      visit(stage.desk, id, scene.crew, `${part}-${turn}`, random.fork(`${part} ${turn}`));
    // Now and then two people have the same complaint before them.
    const both = await Promise.all(random.chance(0.15) ? [come("turn"), come("other")] : [come("turn")]);
    if (!both.some(Boolean)) return;
  }
}

/** Its clocks stand still for a while and go on again. */
async function letWait(id: string, { desk, until }: Stage, { crew }: Scene, random: Random): Promise<void> {
  await desk.until(atWork(desk.now + random.span(hours(3))));
  for (const command of ["pause", "resume"] as const) {
    for (let look = 0; look < 3 && desk.now < until; look += 1) {
      const view = (await desk.asPerson(crew.projectManager, "GET", `/complaints/${id}`))?.json;
      if (view?.allowed?.includes(command) === true) {
        const path = `/complaints/${id}/commands/${command}`;
        const body = { version: view.version, ...fieldsOf(command, view, crew, desk.now, random) };
        const answer = await desk.asPerson(
          crew.projectManager,
          "POST",
          path,
          body,
          `wait-${command}-${look}`,
        );
        if (answer?.status === 200) break;
      }
      await desk.until(atWork(desk.now + random.span(hours(2))));
    }
    if (command === "pause") await desk.until(atWork(desk.now + random.span(hours(random.pick([1, 4, 10])))));
  }
}

/** One of the company's other affairs. */
export async function liveAffair(plan: AffairPlan, stage: Stage): Promise<void> {
  const random = stage.random.fork(`affair ${plan.n}`);
  const scene = sceneOf(stage, plan.project, random);
  await stage.desk.until(atWork(plan.at));
  switch (plan.what) {
    case "emergency":
      return emergency(plan, scene);
    case "submission":
      return submission(plan, scene);
    case "policy":
      return policy(plan, scene);
    case "calendar":
      return calendar(plan, scene);
    case "leaver":
      return leaver(plan, scene);
    case "groups":
      return groups(plan, scene);
    case "bounce":
      return bounce(plan, stage, random);
    case "rating":
      return rating(plan, stage, scene);
    case "webhook":
      return webhook(plan, stage, scene);
  }
}

async function emergency({ n }: AffairPlan, { desk, crew, projectId, random }: Scene): Promise<void> {
  const body = {
    projectId,
    category: random.pick(emergencyCategoryNames),
    outcome: random.pick(emergencyOutcomes),
    departmentId: crew.departments[0],
    description: "地下室进水",
    reporter: { name: "值班员", phone: "010-1" },
  };
  const answer = await desk.asPerson(crew.clerks[0] ?? crew.manager, "POST", "/events", body, `event-${n}`);
  const id: string | undefined = answer?.json?.id;
  if (id === undefined) return;
  for (let turn = 0; turn < 4; turn += 1) {
    await desk.until(atWork(desk.now + random.span(hours(turn === 0 ? 0.4 : 4))));
    const view = (await desk.asPerson(crew.manager, "GET", `/events/${id}`))?.json;
    const stages: string[] = view?.allowed ?? [];
    if (stages.length === 0) return;
    await desk.asPerson(
      crew.manager,
      "POST",
      `/events/${id}/reports`,
      { version: view.version, stage: random.pick(stages), text: "已处理" },
      `report-${n}-${turn}`,
    );
  }
}

/** The month before, as on any day of this one. */
function lastMonth(now: number): string {
  const date = new Date(now + hours(8));
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}

async function submission({ n }: AffairPlan, { desk, crew, projectId, random, model }: Scene): Promise<void> {
  const month = lastMonth(desk.now);
  const stage = `第${n}次填写`;
  const body = { sections: { "important-work": { stage } }, confirm: random.chance(0.6) };
  const path = `/reports/${month}/submissions/${projectId}`;
  const answer = await desk.asPerson(crew.projectManager, "PUT", path, body, undefined, "reports-api");
  if (answer?.status === 200)
    model.submitted.set(`${month} ${projectId}`, {
      stage,
      isConfirmed: body.confirm,
      version: answer.json.version,
    });
}

async function policy({ n }: AffairPlan, { company, desk, crew, random, model }: Scene): Promise<void> {
  model.otherRules = true;
  company.areRulesNew = true;
  await desk.asPerson(
    crew.headquarters,
    "PUT",
    "/policies",
    { scope: "company", base: random.pick(["D6", "D12", "D13", "default"]) },
    `policy-${n}`,
  );
}

/** Somebody decides on other opening hours while complaints are open: every running limit moves. */
async function calendar({ n }: AffairPlan, { company, desk, crew, random, model }: Scene): Promise<void> {
  model.otherRules = true;
  company.areRulesNew = true;
  const hours = random.pick([
    [["08:30", "18:00"]],
    [["09:00", "17:30"]],
    [
      ["09:00", "12:00"],
      ["14:00", "18:30"],
    ],
  ]);
  const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
  await desk.asPerson(crew.headquarters, "PUT", "/calendar", { scope: "company", week }, `calendar-${n}`);
}

async function leaver({ n }: AffairPlan, { desk, crew, random, model }: Scene): Promise<void> {
  const [department] = random.shuffled([...crew.handlers.keys()]);
  const who = department === undefined ? undefined : crew.handlers.get(department);
  const to = department === undefined ? undefined : crew.heads.get(department);
  if (who === undefined || to === undefined) return;
  const leavesOn = new Date(desk.now + hours(8)).toISOString().slice(0, 10);
  const answer = await desk.asPerson(
    crew.projectManager,
    "POST",
    `/people/${who}/handover`,
    { to, leavesOn, confirm: true },
    `leaver-${n}`,
  );
  // Whoever is asked again on the last day may still hear; from the next day on nobody may.
  if (answer?.status === 202) model.left.set(who, new Date(desk.now + hours(32)).toISOString().slice(0, 10));
}

async function groups({ n }: AffairPlan, { desk, crew, projectId, random }: Scene): Promise<void> {
  const list = await desk.asPerson(crew.lead, "GET", `/groups?projectId=${projectId}`);
  const found: { id: string }[] = list?.json?.items ?? [];
  for (const { id } of found.slice(0, 2)) {
    for (let turn = 0; turn < 14; turn += 1) {
      await desk.until(atWork(desk.now + random.span(hours(3))));
      const who = random.pick([crew.lead, crew.manager, crew.projectManager]);
      const view = (await desk.asPerson(who, "GET", `/groups/${id}`))?.json;
      // What a rung says is acknowledged where it is read.
      const allowed = (view?.allowed ?? []).filter((name: string) => name !== "acknowledge");
      if (allowed.length === 0) break;
      const command = random.weighted<string>(allowed.map((name: string) => [name, forGroups[name] ?? 1]));
      await desk.asPerson(
        who,
        "POST",
        `/groups/${id}/commands/${command}`,
        { version: view.version, ...groupFields(command, view, crew, desk.now, random) },
        `group-${n}-${turn}`,
      );
    }
  }
}

/** How gladly somebody gives a command to a whole group. */
const forGroups: Readonly<Record<string, number>> = {
  confirm: 8,
  assign: 4,
  reply: 4,
  resolve: 3,
  "follow-up": 3,
  close: 2,
  dissolve: 0.1,
};

function groupFields(command: string, view: Json, crew: Crew, now: number, random: Random): object {
  const text = "统一处理，逐户回访。";
  const departmentId = crew.departments[0] ?? "";
  switch (command) {
    case "reply":
    case "resolve":
    case "explain-invalid":
      return { via: "phone", text };
    case "plan":
      return random.chance(0.5) ? { act: "approve" } : { act: "write", text };
    case "check-effect":
      return { effective: true, text };
    case "assign":
      return { departmentId };
    case "follow-up":
      return { outcome: "reached", grade: random.pick([5, 4, 4]), ...called(view) };
    case "review":
      return fieldsOf(command, view, crew, now, random);
    case "close":
    case "dissolve":
      return { reason: text };
    case "judge":
      return { validity: "valid", reason: text };
    case "confirm":
    case "accept":
      return {};
    case "form-team":
    case "daily-report":
      return { text, departmentIds: [departmentId] };
    default:
      return { text };
  }
}

/** The members whom somebody has called: those of the sample. */
function called({ members }: Json): object {
  const sampled = members.filter((one: Json) => one.sampled === true);
  return sampled.length === 0 ? {} : { complaintIds: sampled.map((one: Json) => one.complaintId) };
}

/** A mail comes back after all: the other side's server says so, with the headers of what it did not take. */
async function bounce({ n }: AffairPlan, { company, model }: Stage, random: Random): Promise<void> {
  const mails = company.aws.mails.sent.filter((mail) => sentOf([mail]).size > 0);
  if (mails.length === 0) return;
  const mail = random.pick(mails);
  for (const ref of sentOf([mail]).keys()) model.returned.add(ref);
  const head = mail.raw.slice(0, mail.raw.search(/\r?\n\r?\n/));
  const raw = [
    "Return-Path: <>",
    "From: Mail Delivery System <MAILER-DAEMON@mx.example>",
    "To: desk@jiesu.example",
    `Message-ID: <bounce-${n}@mx.example>`,
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    "",
    "--part",
    "Content-Type: text/plain",
    "",
    "This message could not be delivered.",
    "--part",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "",
    `Final-Recipient: rfc822; ${mail.to.join()}`,
    "Action: failed",
    "Status: 5.1.1",
    "--part",
    "Content-Type: text/rfc822-headers",
    "",
    head,
    "--part--",
    "",
  ].join("\r\n");
  company.aws.objects.put(MAILS, `raw/bounce-${n}.eml`, Buffer.from(raw));
}

/** A system outside asks to be told of complaints; now and then its secret is changed. */
async function webhook({ n }: AffairPlan, { company, model }: Stage, scene: Scene): Promise<void> {
  const { desk, crew, projectId, random } = scene;
  // The release before tells nobody outside.
  if (company.ground.builds.length > 1) return;
  const id = `hook-${n}`;
  const only = random.chance(0.5) ? { projectId } : {};
  const hook: Hook = {
    since: Number.POSITIVE_INFINITY,
    signedFrom: Number.POSITIVE_INFINITY,
    secrets: [],
    ...only,
  };
  model.hooks.set(id, hook);
  const learn = (secret: unknown) => {
    if (typeof secret !== "string") return;
    hook.since = Math.min(hook.since, desk.now);
    hook.signedFrom = Math.min(hook.signedFrom, desk.now);
    hook.secrets.push(secret);
  };
  const answer = await desk.asPerson(crew.headquarters, "PUT", `/webhooks/${id}`, {
    version: 0,
    name: "数据平台",
    url: `https://hooks.example/${id}`,
    kinds: complaintKinds,
    ...(only.projectId === undefined ? {} : { projectIds: [only.projectId] }),
  });
  learn(answer?.json?.secret);
  // Whose first answer was lost has no secret: a new one is made at once.
  if (hook.secrets.length > 0 && !random.chance(0.4)) return;
  if (hook.secrets.length > 0) await desk.until(atWork(desk.now + random.span(hours(4))));
  learn(
    (await desk.asPerson(crew.headquarters, "POST", `/webhooks/${id}/secret`, { version: 1 }))?.json?.secret,
  );
}

/** All that is told of complaints. */
const complaintKinds = [
  "registered",
  "assigned",
  "accepted",
  "classified",
  "urged",
  "replied",
  "escalated",
  "resolved",
  "followed-up",
  "closed",
  "reopened",
  "left",
].map((name) => `complaint.${name}`);

/** The complainant taps a grade in the mail that asks for it. */
async function rating(_plan: AffairPlan, { company, desk }: Stage, { random }: Scene): Promise<void> {
  const links = company.aws.mails.sent.flatMap(({ raw }) => {
    const decoded = raw
      .split(/\r?\n\r?\n/)
      .map((part) =>
        /^[A-Za-z0-9+/=\r\n]+$/.test(part) ? Buffer.from(part, "base64").toString("utf8") : part,
      )
      .join("\n");
    return [
      ...decoded.matchAll(/https:\/\/desk\.example(\/public\/complaints\/[^\s"<>]+\/rating\?secret=[\w-]+)/g),
    ].map(([, path]) => path ?? "");
  });
  if (links.length === 0) return;
  const grade = random.int(1, 5);
  await desk.asAnybody("POST", random.pick(links), { grade, ...(grade < 4 ? { text: "没修好" } : {}) });
}
