import type { Counted, CountedDesk } from "./counted-desk.ts";

/** Who does what, and how long after the step before, in minutes. */
interface Step {
  readonly after: number;
  readonly by: string;
  readonly command: string;
  readonly body?: object;
}

const text = "已安排人员到现场查看，更换后试运行正常，并向客户说明了原因和后续安排。";

/** The ordinary life of a complaint of level C: told in an hour, solved the next day, asked and closed the day after. */
export const lifeSteps: readonly Step[] = [
  { after: 12, by: "lake-front-desk", command: "reply", body: { via: "phone", text } },
  { after: 25, by: "lake-supervisor", command: "classify", body: { classCode: "1.2.2", level: "C" } },
  { after: 2, by: "lake-supervisor", command: "judge", body: { validity: "valid", reason: text } },
  {
    after: 3,
    by: "lake-supervisor",
    command: "assign",
    body: { departmentId: "engineering", handlerId: "lake-engineering" },
  },
  // Accepted ten minutes late: its rung has told 主管 and 经理.
  { after: 130, by: "lake-engineering", command: "accept" },
  { after: 30, by: "lake-front-desk", command: "urge", body: { text } },
  { after: 40, by: "lake-engineering", command: "investigate", body: { text } },
  { after: 5, by: "lake-engineering", command: "consult", body: { text } },
  { after: 5, by: "lake-engineering", command: "plan", body: { text } },
  { after: 5, by: "lake-manager", command: "plan", body: { act: "approve" } },
  { after: 20 * 60, by: "lake-front-desk", command: "note", body: { text } },
  { after: 60, by: "lake-engineering", command: "resolve", body: { via: "email", text } },
  { after: 30, by: "lake-engineering-head", command: "sign-off" },
  { after: 24 * 60, by: "lake-front-desk", command: "follow-up", body: { outcome: "reached", grade: 5 } },
  { after: 10, by: "lake-supervisor", command: "close" },
];

export const lifeBody = (n: number, more: object = {}) => ({
  projectId: "forest-lake",
  sourceId: `life-${n}`,
  matter: `${n}号楼电梯今天早上又停了，老人下不了楼，上个月也停过两次，希望尽快派人来修好并说明原因。`,
  complainant: { name: "王示例", phone: `138${String(n).padStart(8, "0")}`, email: `w${n}@mail.example` },
  location: { building: String(n), unit: "1", room: "502" },
  ...more,
});

/** What part of the work a call belongs to. */
export type Part = "intake" | "command" | "stream" | "react" | "alarm" | "send";

export interface Counts {
  readonly part: Part;
  readonly what: string;
  readonly counted: Counted;
}

/** Works off whatever is due for a complaint until nothing is. */
export async function settle(desk: CountedDesk, note: (part: Part, what: string, counted: Counted) => void) {
  for (let busy = true; busy; ) {
    busy = false;
    for (const [queue, part] of [
      ["react", "react"],
      ["alarm", "alarm"],
      ["notice", "send"],
    ] as const) {
      // One message a call: what a batch saves is told apart.
      const counted = await desk.work(queue, 1);
      if (counted === undefined) continue;
      note(part, queue, counted);
      busy = true;
    }
  }
}

const DAY = 86_400_000;
/** A Tuesday, ten o'clock in Shanghai; nobody tells of anything at a whole second. */
const tuesday = Date.parse("2026-03-03T02:00:00.252Z");
/** Milliseconds to the next one. */
const untilTuesday = (now: number) => (7 * DAY - ((now - tuesday) % (7 * DAY))) % (7 * DAY);

/** Lives one complaint from its registration to its end and counts every call. */
export async function liveOne(desk: CountedDesk, n: number): Promise<readonly Counts[]> {
  const all: Counts[] = [];
  const note = (part: Part, what: string, counted: Counted) => all.push({ part, what, counted });
  desk.advance(untilTuesday(desk.now()));
  await warmUp(desk, n);
  const received = await desk.receive(lifeBody(n));
  if (received.result.status !== 201) throw new Error(JSON.stringify(received.result));
  note("intake", "register", received);
  const { id } = received.result.json;
  const told = async () => {
    await desk.changes(note);
    await settle(desk, note);
  };
  await told();
  for (const { after, by, command, body = {} } of lifeSteps) {
    await desk.pass(after * 60_000, told);
    const { version } = (await desk.staff(by, `GET /complaints/${id}`)).result.json;
    const given = await desk.command(by, id, command, { version, ...body });
    if (given.result.status !== 200) throw new Error(`${command}: ${JSON.stringify(given.result)}`);
    note("command", command, given);
    await told();
  }
  await desk.pass(86_400_000, told);
  return all;
}

/** Rules a minute old and copies a day old are read anew now and then: by another complaint, whose calls nobody counts. */
async function warmUp(desk: CountedDesk, n: number): Promise<void> {
  const location = { building: String(n + 500), unit: "1", room: "101" };
  const { id } = (await desk.receive(lifeBody(n + 100_000, { location }))).result.json;
  const ended = await desk.command("lake-supervisor", id, "withdraw", { version: 1, reason: text });
  if (ended.result.status !== 200) throw new Error(JSON.stringify(ended.result));
  const uncounted = () => undefined;
  await desk.changes(uncounted);
  await settle(desk, uncounted);
  await desk.pass(600_000, async () => {
    await desk.changes(uncounted);
    await settle(desk, uncounted);
  });
}
