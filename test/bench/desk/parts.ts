import { createTransport } from "nodemailer";
import * as z from "zod";
import { bodyOf, mailOf, type Texts } from "./bodies.ts";
import { bareIntakes } from "./floor.ts";
import { type Figure, inFlight, measured, rounded } from "./measured.ts";
import type { Answer, StartedDesk } from "./started.ts";

/** What a part is given: a running desk, a name of its own, how much of the usual amount, and whom to tell of progress. */
export interface Asked {
  readonly desk: StartedDesk;
  readonly run: string;
  readonly size: number;
  readonly tell: (text: string) => void;
}

const received = z.object({ id: z.string() });
const IN_FLIGHT = [1, 8, 32] as const;

function expected(status: number, answer: Answer): Answer {
  if (answer.status !== status)
    throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.json)?.slice(0, 300)}`);
  return answer;
}

/** Complaints by phone, so many at the same time; gives their ids. */
async function take({ desk, run }: Asked, texts: Texts, count: number, most: number) {
  const ids: string[] = [];
  const taken = await inFlight(count, most, async (n) => {
    const body = bodyOf(texts, `${run}-${most}`, n);
    const answer = expected(201, await desk.asSystem("call-centre", "/channels/phone/complaints", body));
    ids.push(received.parse(answer.json).id);
  });
  return { ids, taken };
}

/** Acknowledged, and worked off to the last mail: news waits for a minute so that it goes together. */
export function intake(texts: Texts): (asked: Asked) => Promise<Figure[]> {
  return async (asked) => {
    const { desk, size, tell } = asked;
    const count = Math.ceil(240 * size);
    await take({ ...asked, run: `${asked.run}-warm` }, texts, 40, 8);
    await desk.pass("PT2M");
    const usage = await desk.usage();
    const figures: Figure[] = [];
    for (const most of IN_FLIGHT) {
      tell(`${count} × ${most}`);
      const bare = await bareIntakes(usage, count, most);
      // What the bare writes told the stream of is no part of it.
      await desk.pass("PT5S");
      const about = { part: `intake, ${texts} texts`, count, most };
      const taking = await measured(desk, { ...about, what: "acknowledged" }, async () => {
        const { taken } = await take(asked, texts, count, most);
        return taken;
      });
      const rest = await measured(desk, { ...about, what: "reactions to the last mail" }, () =>
        desk.pass("PT2M"),
      );
      const seconds = taking.seconds + rest.seconds;
      figures.push(
        { ...taking, toFloor: rounded(taking.perSecond / bare, 2), note: `bare calls ${bare}/s` },
        { ...rest, note: `sustained ${rounded(count / seconds, 1)}/s` },
      );
    }
    return figures;
  };
}

/** What has come in faster than it could be worked off: consumers step back while calls are answered. */
export async function backlog(asked: Asked): Promise<Figure[]> {
  const { desk, size, tell } = asked;
  const count = Math.ceil(1000 * size);
  tell(`${count} registered first`);
  await take(asked, "random", count, 32);
  tell("worked off");
  const about = { part: "backlog", what: "worked off to the last mail", count };
  return [await measured(desk, about, () => desk.pass("PT2M"))];
}

export async function commands(asked: Asked): Promise<Figure[]> {
  const { desk, run, size, tell } = asked;
  const count = Math.ceil(120 * size);
  const { ids } = await take(asked, "random", count, 8);
  await desk.pass("PT2M");
  const figures: Figure[] = [];
  for (const [most, command] of [
    [1, "note"],
    [8, "reply"],
  ] as const) {
    tell(`${count} × ${command}, ${most}`);
    const work = (n: number) => give(desk, ids[n] ?? "", command, `${run}-${command}-${n}`);
    const about = { part: "commands", what: command, count, most };
    figures.push(await measured(desk, about, () => inFlight(count, most, work)));
  }
  figures.push(
    await measured(desk, { part: "commands", what: "reactions to both", count: 2 * count }, () =>
      desk.pass("PT2M"),
    ),
  );
  return figures;
}

async function give(desk: StartedDesk, id: string, command: "note" | "reply", key: string): Promise<void> {
  const shown = expected(200, await desk.asPerson("lake-front-desk", "GET", `/complaints/${id}`));
  const { version } = z.object({ version: z.number() }).parse(shown.json);
  const text = "已安排人员到现场查看，下午回电说明。";
  const body = { version, text, ...(command === "reply" ? { via: "phone" } : {}) };
  const path = `/complaints/${id}/commands/${command}`;
  expected(200, await desk.asPerson("lake-front-desk", "POST", path, body, key));
}

export async function lists(asked: Asked): Promise<Figure[]> {
  const { desk, size } = asked;
  const count = Math.ceil(80 * size);
  await take(asked, "random", 60, 8);
  await desk.pass("PT2M");
  const path = "/complaints?projectId=forest-lake&status=registered&limit=50";
  const look = async () => expected(200, await desk.asPerson("lake-manager", "GET", path));
  await look();
  const figures: Figure[] = [];
  for (const most of [1, 8]) {
    const about = { part: "list pages", what: "50 open complaints", count, most };
    figures.push(await measured(desk, about, () => inFlight(count, most, look)));
  }
  return figures;
}

export async function mails({ desk, run, size }: Asked): Promise<Figure[]> {
  const count = Math.ceil(120 * size);
  const most = 8;
  const smtp = createTransport({
    host: "127.0.0.1",
    port: desk.smtpPort,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: most,
  });
  const send = (n: number) => {
    const envelope = { from: `resident${n}@mail.example`, to: "senlinhu@jiesu.example" };
    return smtp.sendMail({ envelope, raw: mailOf(run, n) });
  };
  const about = { part: "e-mail", what: "taken, registered and answered", count, most };
  const figure = await measured(desk, about, async () => {
    await inFlight(count, most, send);
    await desk.pass("PT2M");
  });
  smtp.close();
  return [figure];
}

/** Complaints of one minute whose reply is due in one minute of the next day. */
export async function due(asked: Asked): Promise<Figure[]> {
  const { desk, size, tell } = asked;
  const count = Math.ceil(200 * size);
  tell(`${count} registered first`);
  await take(asked, "same", count, 8);
  await desk.pass("PT23H50M");
  tell("their limit");
  const about = { part: "due together", what: "limit to the last mail", count };
  return [await measured(desk, about, () => desk.pass("PT25M"))];
}

/** A file holds at most so many; the sample company has three projects, so `--size 12` is the most. */
const A_FILE = 20_000;
const owners = [
  ["forest-lake", "lake-project-manager"],
  ["sample-garden", "garden-project-manager"],
  ["sample-tower", "tower-project-manager"],
] as const;

/** Files of households, one a project, put in together. */
export async function households({ desk, size }: Asked): Promise<Figure[]> {
  const count = Math.min(owners.length * A_FILE, Math.ceil(5000 * size));
  const files = owners
    .map((owner, index) => [...owner, Math.min(A_FILE, count - index * A_FILE)] as const)
    .filter(([, , rows]) => rows > 0);
  const about = { part: "households", what: `${files.length} file(s) put in`, count };
  return [
    await measured(desk, about, async () => {
      for (const [projectId, personId, rows] of files) {
        const file = { name: "房产.csv", content: householdFile(rows) };
        const body = { projectId, month: "2026-03", file };
        expected(202, await desk.asPerson(personId, "PUT", "/households", body));
      }
      await desk.pass("PT1M");
    }),
  ];
}

function householdFile(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, n) => `一期,${Math.floor(n / 200) + 1},${(Math.floor(n / 50) % 4) + 1},${(n % 50) + 101}`,
  );
  return Buffer.from(["区域,楼栋,单元,房号", ...rows, ""].join("\r\n")).toString("base64");
}
