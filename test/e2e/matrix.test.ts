import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Route, routes } from "../../lib/contracts/routes.ts";
import { paperFormNames } from "../../lib/domain/papers/forms.ts";
import { type Desk, newDirectory, openDesk, removeDirectory } from "./desk.ts";

/*
 * Every route as every role on the running stack, with what is answered read to the end: whoever is not named is refused before anything is
 * read, nobody learns anything of a project that is not theirs, and who complained is masked for everybody.
 */
const morning = "2026-09-30T01:00:00.000Z";
const THEIRS = { mark: "塔楼密语", name: "赵建国", phone: "13911112222", room: "三七〇九室" };
const OURS = { mark: "湖区密语", name: "钱建国", phone: "13733334444", room: "二六〇八室" };

/** One person of each role; those of the lake and of its region have nothing to do with the tower. */
const lake = {
  clerk: "lake-front-desk",
  handler: "lake-engineering",
  "department-head": "lake-engineering-head",
  supervisor: "lake-supervisor",
  manager: "lake-manager",
  "project-manager": "lake-project-manager",
  region: "central-quality",
} as const;
const headquarters = "headquarters";

let desk: Desk;
let theirs: string;
let ours: string;
beforeAll(async () => {
  desk = await openDesk(await newDirectory(), morning);
  theirs = await complaint("sample-tower", THEIRS);
  ours = await complaint("forest-lake", OURS);
  await desk.reacted();
}, 240_000);
afterAll(async () => {
  await desk.close();
  await removeDirectory(desk.directory);
});

async function complaint(projectId: string, { mark, name, phone, room }: typeof THEIRS): Promise<string> {
  const { status, body } = await desk.client.asSystem("call-centre", "/channels/phone/complaints", {
    projectId,
    sourceId: projectId,
    matter: `${mark} 电梯停运`,
    complainant: { name, phone },
    location: { building: "3", unit: "1", room },
  });
  expect(status).toBe(201);
  return (body as { readonly id: string }).id;
}

/** The route's address for a complaint of a project; what it names beside is not there. */
function addressOf({ path }: Route, id: string, projectId: string): string {
  const isComplaint = path.startsWith("/complaints/");
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === "id") return isComplaint ? id : path.startsWith("/projects/") ? projectId : "not-there";
    if (name === "form") return paperFormNames[0] ?? "";
    if (name === "projectId") return projectId;
    if (name === "command") return "note";
    return { month: "2026-08", view: "points", channel: "phone" }[name] ?? "not-there";
  });
}

/** A question about this project, where the route asks one. */
function queryOf(route: Route, projectId: string): string {
  const names = Object.keys("shape" in route.query ? (route.query.shape as object) : {});
  const asked = names.filter((name) => name === "projectId").map(() => `projectId=${projectId}`);
  if (names.includes("month")) asked.push("month=2026-09");
  return asked.length === 0 ? "" : `?${asked.join("&")}`;
}

async function ask(route: Route, address: string, headers: Readonly<Record<string, string>>) {
  const isWriting = route.method !== "GET";
  const response = await fetch(`${desk.cloud.baseUrl}${address}`, {
    method: route.method,
    redirect: "manual",
    headers: {
      ...headers,
      ...(isWriting ? { "content-type": "application/json", "idempotency-key": address } : {}),
    },
    ...(isWriting ? { body: "{}" } : {}),
  });
  return { status: response.status, text: await response.text() };
}

const tokens = new Map<string, string>();
async function as(person: string): Promise<{ readonly authorization: string }> {
  const token = tokens.get(person) ?? (await desk.cloud.tokenFor(person));
  tokens.set(person, token);
  return { authorization: `Bearer ${token}` };
}

const secretsOf = ({ mark, name, phone, room }: typeof THEIRS) => [mark, name, phone, room];
const staffRoutes = routes.filter(({ who }) => who.kind === "staff");
/** Papers are made for those who may take them, and have a test of their own. */
const isFile = ({ answers }: Route) => Object.values(answers).some(({ kind }) => kind === "file");

const roles = [...Object.entries(lake), ["headquarters", headquarters]] as const;

/** The gate by the route's own table; and nothing of a project that is not theirs, whatever the status says. */
async function askedAs(route: Route, [post, person]: (typeof roles)[number]): Promise<void> {
  if (route.who.kind !== "staff") return;
  const isNamed = route.who.posts.some((one) => one === post);
  if (isNamed && isFile(route)) return;
  const address = addressOf(route, theirs, "sample-tower") + queryOf(route, "sample-tower");
  const { status, text } = await ask(route, address, await as(person));
  const got = isNamed ? status !== 401 && status < 500 : status;
  expect([route.id, post, got]).toEqual([route.id, post, isNamed ? true : 403]);
  if (person === headquarters) return;
  for (const secret of secretsOf(THEIRS))
    expect([route.id, post, text.includes(secret)]).toEqual([route.id, post, false]);
}

describe("every route as every role", () => {
  it("without a token, with a wrong one and with a channel's key staff routes answer 401 and nothing else", async () => {
    const key = desk.cloud.company.channelKeys[0]?.key ?? "";
    for (const route of staffRoutes)
      for (const headers of [
        {},
        { authorization: "Bearer not.a.token" },
        { authorization: `Bearer ${key}` },
      ]) {
        const { status, text } = await ask(route, addressOf(route, theirs, "sample-tower"), headers);
        expect([route.id, status]).toEqual([route.id, 401]);
        for (const secret of secretsOf(THEIRS)) expect(text).not.toContain(secret);
      }
  }, 120_000);

  it("whoever is not named by the route is refused, and whoever is named is not refused for the role", async () => {
    for (const route of staffRoutes) await Promise.all(roles.map((role) => askedAs(route, role)));
    expect(desk.failures).toEqual([]);
  }, 240_000);

  it("who complained is masked in every answer to everybody of the project, the region and headquarters", async () => {
    const { name, phone, room, mark } = OURS;
    const reads = staffRoutes.filter((route) => route.method === "GET" && !isFile(route));
    const met = new Set<string>();
    for (const route of reads)
      await Promise.all(
        roles.map(async ([post, person]) => {
          const address = addressOf(route, ours, "forest-lake") + queryOf(route, "forest-lake");
          const { text } = await ask(route, address, await as(person));
          if (text.includes(mark)) met.add(route.id);
          for (const secret of [name, phone, room])
            expect([route.id, post, text.includes(secret)]).toEqual([route.id, post, false]);
        }),
      );
    // The marks were there to be found.
    expect([...met]).toEqual(expect.arrayContaining(["listComplaints", "showComplaint", "showHistory"]));
    const path = `/complaints/${ours}/disclosures`;
    const shown = await desk.client.asPerson(lake.clerk, "POST", path, { reason: "contact" });
    expect(shown.body).toMatchObject({ name, phone, location: { room } });
    const refused = await desk.client.asPerson(headquarters, "POST", path, { reason: "contact" });
    expect(refused).toMatchObject({ status: 403, body: { code: "not-shown" } });
  }, 120_000);

  it("channel routes take no person's token, and what is no route is nothing", async () => {
    const headers = await as(headquarters);
    for (const route of routes.filter(({ who }) => who.kind === "channel")) {
      const { status } = await ask(route, addressOf(route, ours, "forest-lake"), headers);
      expect([route.id, status]).toEqual([route.id, 401]);
    }
    for (const path of ["/complaints/x/y/z", "/admin-api", "/people/x/y/z"]) {
      const response = await fetch(`${desk.cloud.baseUrl}${path}`, { headers });
      expect([path, response.status]).toEqual([path, 404]);
    }
  });

  it("whoever is signed out is refused with the next request, on every function", async () => {
    const person = "garden-front-desk";
    const before = await as(person);
    await desk.to(new Date(desk.cloud.engine.now() + 2000).toISOString());
    const ended = await desk.client.asPerson("garden-project-manager", "POST", `/people/${person}/sign-out`);
    expect(ended.status).toBe(200);
    const route = staffRoutes.find(({ id }) => id === "listComplaints");
    if (route === undefined) throw new Error("no list of complaints");
    const refused = await ask(route, "/complaints", before);
    expect([refused.status, refused.text.includes("session-ended")]).toEqual([401, true]);
    await desk.to(new Date(desk.cloud.engine.now() + 2000).toISOString());
    const again = { authorization: `Bearer ${await desk.cloud.tokenFor(person)}` };
    expect((await ask(route, "/complaints", again)).status).toBe(200);
  });
});
