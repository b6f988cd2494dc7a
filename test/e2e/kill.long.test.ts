import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { developmentKey } from "../../infra/local/sample.ts";
import { type Desk, mailsAbout, newDirectory, openDesk, removeDirectory } from "./desk.ts";

const start = join(import.meta.dirname, "..", "..", "infra", "local", "start.ts");
let directory: string;
let child: ChildProcess | undefined;
let desk: Desk | undefined;

beforeEach(async () => {
  directory = await newDirectory();
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await desk?.close();
  await removeDirectory(directory);
});

/** `npm start` on the test's folder; resolves to the address it prints. */
async function startChild(): Promise<string> {
  const args = ["--data", directory, "--port", "0", "--smtp-port", "0", "--at", "2026-10-12T01:00:00Z"];
  child = spawn(process.execPath, [start, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const address = /API\s+(http:\/\/\S+)/.exec(printed)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`npm start ended without an address:\n${printed}`);
}

interface Acknowledged {
  readonly id: string;
  readonly number: string;
  readonly clocks: readonly { readonly name: string; readonly dueAt: string }[];
}

const bodyOf = (n: number) => ({
  projectId: "forest-lake",
  sourceId: `flood-${n}`,
  matter: `第${n}次反映：电梯停运`,
});

async function postOne(address: string, n: number): Promise<Acknowledged> {
  const response = await fetch(`${address}/channels/web/complaints`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": developmentKey("website") },
    body: JSON.stringify(bodyOf(n)),
  });
  if (response.status !== 201) throw new Error(`post ${n} answered ${response.status}`);
  return (await response.json()) as Acknowledged;
}

/** Posts from six senders at once until the desk dies in the middle of it. Returns what was acknowledged by then. */
async function floodUntilKilled(address: string, enough: number): Promise<Map<number, Acknowledged>> {
  const acknowledged = new Map<number, Acknowledged>();
  let next = 0;
  const sender = async () => {
    for (;;) {
      const n = next;
      next += 1;
      try {
        acknowledged.set(n, await postOne(address, n));
      } catch (error) {
        // The connection breaks when the desk dies; before that nothing may go wrong.
        if (acknowledged.size >= enough && error instanceof TypeError) return;
        throw error;
      }
      if (acknowledged.size === enough) child?.kill("SIGKILL");
    }
  };
  const ended = new Promise((resolve) => child?.once("exit", resolve));
  await Promise.all(Array.from({ length: 6 }, sender));
  await ended;
  return acknowledged;
}

test("SIGKILL in the middle of a flood of posts loses no acknowledged complaint and no deadline", async () => {
  const acknowledged = await floodUntilKilled(await startChild(), 40);
  desk = await openDesk(directory);
  for (const [, { id, number, clocks }] of acknowledged) {
    const { status, body } = await desk.client.asPerson("lake-supervisor", "GET", `/complaints/${id}/clocks`);
    expect({ status, body }).toMatchObject({ status: 200, body: { number } });
    const { clocks: kept } = body as Acknowledged;
    expect(kept.map(({ name, dueAt }) => ({ name, dueAt }))).toEqual(
      clocks.map(({ name, dueAt }) => ({ name, dueAt })),
    );
  }
  // Whoever got no answer sends again: whether it had been taken or not, there is one complaint of it.
  const most = Math.max(...acknowledged.keys()) + 6;
  const ids = new Set<string>();
  for (let n = 0; n <= most; n += 1) {
    const { status, body } = await desk.client.asSystem("website", "/channels/web/complaints", bodyOf(n));
    expect([200, 201]).toContain(status);
    ids.add((body as Acknowledged).id);
  }
  expect(ids.size).toBe(most + 1);

  // The first reply's limit passes: each of them calls supervisor and manager, once.
  await desk.to("2026-10-13T03:00:00Z");
  for (const [, { id, clocks }] of acknowledged) {
    const due = clocks.find(({ name }) => name === "firstReply")?.dueAt ?? "";
    const late = mailsAbout(desk, id).filter(({ at, subject }) => at >= due && subject.includes("首次回复"));
    expect(late.map(({ to }) => to).sort()).toEqual([
      "lake-manager@sample.jiesu.example",
      "lake-supervisor@sample.jiesu.example",
    ]);
    const first = late[0]?.at ?? "";
    expect(Date.parse(first) - Date.parse(due)).toBeLessThan(9 * 60_000);
  }
  expect(desk.failures).toEqual([]);
}, 120_000);
