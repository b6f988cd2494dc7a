import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plusSeconds } from "../../lib/domain/time/instant.ts";
import { asNote, givenUp, wanted } from "../../web/src/m/outbox/changes.ts";
import { drain } from "../../web/src/m/outbox/drain.ts";
import { type ActionName, type Entry, isPending, type NewEntry } from "../../web/src/m/outbox/entry.ts";
import { apis, NOW } from "../adapters/http/support.ts";
import { people } from "../support/organisation.ts";
import { badNetwork, diskStore, type Fate, Killed, Unreachable, wrongClock } from "./phone.ts";

const me = people.handler.id;
const aPng = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

interface Done {
  readonly job: 0 | 1 | 2;
  readonly command: ActionName;
  readonly files: number;
}
/** What a colleague at the desk does meanwhile. */
type Meanwhile = "nothing" | "note" | "reply" | "transfer" | "message";

const done: fc.Arbitrary<Done> = fc.record({
  job: fc.constantFrom(0, 1, 2),
  command: fc.constantFrom<ActionName[]>("accept", "progress", "progress", "note", "note", "resolve"),
  files: fc.constantFrom(0, 0, 1, 2),
});
const fates: fc.Arbitrary<readonly Fate[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Fate>("well") },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Fate[]>(
        "kill-before",
        "kill-after",
        "lost-before",
        "lost-after",
        "lost-for-a-day",
        "no-signal-for-a-day",
        "broken",
        "later-again",
      ),
    },
  ),
  { minLength: 20, maxLength: 120, size: "max" },
);
const scene = fc.record({
  acts: fc.array(done, { minLength: 1, maxLength: 8 }),
  fates,
  meanwhile: fc.array(fc.constantFrom<Meanwhile[]>("nothing", "note", "reply", "transfer", "message"), {
    maxLength: 3,
  }),
  aheadSeconds: fc.constantFrom(0, 86_400, -86_400),
  /** What the person decides where the outbox asks. */
  choice: fc.constantFrom("again", "note", "give-up"),
  hours: fc.constantFrom(0, 8, 30),
});

/** Three complaints in the handler's hands, a phone with a disk, and a network. */
async function cellar(fate: () => Fate, aheadSeconds: number) {
  const api = apis();
  const jobs: string[] = [];
  for (const room of ["101", "102", "103"]) {
    const { registration } = await api.here.receive({
      sourceId: `home-${room}`,
      location: { building: "1", room },
    });
    await api.here.give(registration.id, {
      type: "assign",
      departmentId: "engineering",
      handlerId: me,
    });
    jobs.push(registration.id);
  }
  const { store, disk } = diskStore(fate);
  return { api, jobs, store, disk, ...badNetwork(api, fate), time: wrongClock(api, aheadSeconds) };
}
type Cellar = Awaited<ReturnType<typeof cellar>>;

let actions = 0;
async function act({ api, jobs, store, time }: Cellar, { job, command, files }: Done): Promise<NewEntry> {
  actions += 1;
  const complaintId = jobs[job] ?? "";
  const complaint = await api.here.complaint(complaintId);
  const refs = Array.from({ length: files }, (_, n) => ({
    key: `file-${actions}-${n}`,
    name: `照片${n}.png`,
  }));
  const bytes = new Map(
    refs.map(({ key }, n) => [key, Uint8Array.from([...aPng, actions >> 8, actions & 255, n]).buffer]),
  );
  const text = `做了第 ${actions} 件事`;
  const entry: NewEntry = {
    key: `key-${actions}`,
    personId: me,
    complaintId,
    number: complaint.registration.number,
    command,
    values: command === "accept" ? {} : command === "resolve" ? { text, via: "phone" } : { text },
    files:
      command === "accept" ? [] : refs.map((ref) => ({ ...ref, type: "image/png", size: aPng.length + 3 })),
    doneAtMs: time().deviceMs,
    skewMs: time().skewMs,
    seen: { version: complaint.version, at: api.clock.text(), handlerId: me },
  };
  await store.add(entry, command === "accept" ? new Map() : bytes);
  return entry;
}

async function colleague({ api, jobs }: Cellar, what: Meanwhile): Promise<void> {
  for (const id of jobs.slice(0, 2)) {
    switch (what) {
      case "nothing":
        break;
      case "note":
        await api.here.give(id, { type: "note", text: "前台备注" }).catch(() => undefined);
        break;
      case "reply":
        await api.here.give(id, { type: "reply", via: "phone", text: "已告知" }).catch(() => undefined);
        break;
      case "message":
        await api.here.give(id, { type: "customer-message", text: "又漏了" }).catch(() => undefined);
        break;
      case "transfer":
        await api.here
          .give(id, {
            type: "transfer",
            departmentId: "engineering",
            handlerId: people.dutyHandler.id,
            reason: "换人",
          })
          .catch(() => undefined);
        break;
    }
  }
}

/** Opens the page again and again until everything that can be sent has been. */
async function untilQuiet(phone: Cellar): Promise<void> {
  for (let opened = 0; opened < 400; opened += 1) {
    try {
      if (await drain(phone, me)) return;
    } catch (error) {
      if (!(error instanceof Killed || error instanceof Unreachable)) throw error;
    }
    await phone.echo();
  }
  throw new Error("it never came to rest");
}

/** Events that this key made, in the order of the whole history. */
async function eventsOf({ api, jobs }: Cellar) {
  const all = [];
  for (const id of jobs) {
    const whole = await api.ports.complaints.whole(await api.here.complaint(id));
    all.push(...whole.events.map((event) => ({ id, event, complaint: whole })));
  }
  return all.filter(({ event }) => event.by.kind === "person" && event.commandId.startsWith(`${me}:`));
}

const factOf: Readonly<Record<ActionName, string>> = {
  accept: "accepted",
  progress: "progressed",
  note: "noted",
  resolve: "resolved",
};

async function nothingLostNorDoubled(phone: Cellar, entries: readonly Entry[]): Promise<void> {
  const events = await eventsOf(phone);
  for (const entry of entries) {
    const mine = events.filter(({ event }) => event.commandId === `${me}:${entry.key}`);
    const facts = mine.filter(({ event }) => event.fact.type === factOf[entry.command]);
    expect({ key: entry.key, times: facts.length }).toEqual({
      key: entry.key,
      times: entry.state.kind === "sent" ? 1 : 0,
    });
    if (entry.state.kind !== "sent") continue;
    const stored = mine.flatMap(({ event }) =>
      event.fact.type === "attachmentsStored" ? event.fact.files.map(({ id }) => id) : [],
    );
    expect(stored).toHaveLength(entry.files.length);
    expect(facts[0]?.event.device?.at).toBe(new Date(entry.doneAtMs).toISOString());
  }
  // Whatever was recorded came from one of them, and in their order.
  const keys = new Set(entries.map(({ key }) => key));
  for (const { event } of events) expect(keys).toContain(event.commandId.slice(me.length + 1));
  for (const id of phone.jobs) {
    const orders = events
      .filter((one) => one.id === id && Object.values(factOf).includes(one.event.fact.type))
      .map(({ event }) => entries.find(({ key }) => `${me}:${key}` === event.commandId)?.order ?? 0);
    expect(orders).toEqual(orders.toSorted((a, b) => a - b));
  }
}

/** What can be mended without asking is not asked. */
function onlyWhatAPersonDecides(state: Entry["state"], meanwhile: readonly Meanwhile[]): void {
  const code = state.kind === "decide" ? state.refusal.code : "";
  const mended = ["unknown-upload", "upload-missing", "upload-used", "occurred-out-of-range", "key-reused"];
  expect(mended).not.toContain(code);
  const isStaleAlone = code === "stale-version" && meanwhile.every((what) => what === "nothing");
  expect(isStaleAlone).toBe(false);
}

async function decide(phone: Cellar, entry: Entry, choice: string): Promise<void> {
  const { api, store } = phone;
  const complaint = await api.here.complaint(entry.complaintId);
  const seen = {
    version: complaint.version,
    at: api.clock.text(),
    ...(complaint.handlerId === undefined ? {} : { handlerId: complaint.handlerId }),
  };
  if (choice === "again") await store.change(entry, (all) => wanted(all, entry.key, seen));
  if (choice === "give-up") await store.change(entry, (all) => givenUp(all, entry.key));
  if (choice === "note") {
    await store.change(entry, (all) =>
      asNote(all, entry.key, { key: `${entry.key}-note`, seen, text: entry.values.text ?? "接单未成" }),
    );
  }
}

describe("the outbox of a phone without signal", () => {
  test("whatever dies, is lost, breaks or comes twice: nothing is lost, nothing is done twice, in order", async () => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ acts, fates: befalls, meanwhile, aheadSeconds, choice, hours }) => {
        const coming = [...befalls];
        let isQuiet = true;
        const phone = await cellar(() => (isQuiet ? "well" : (coming.shift() ?? "well")), aheadSeconds);
        for (const one of acts) {
          await act(phone, one);
          phone.api.clock.advance(600);
        }
        phone.api.clock.set(plusSeconds(NOW, hours * 3600 + acts.length * 600));
        for (const what of meanwhile) await colleague(phone, what);
        isQuiet = false;
        await untilQuiet(phone);
        isQuiet = true;
        const first = await phone.store.entries(me);
        expect(first).toHaveLength(acts.length);
        await nothingLostNorDoubled(phone, first);
        // Every file of what is not sent yet is still there.
        for (const { files } of first.filter(isPending)) {
          for (const { key } of files) expect(phone.disk.bytes.has(key)).toBe(true);
        }
        const asked = first.filter(({ state }) => state.kind === "decide");
        for (const { state } of asked) onlyWhatAPersonDecides(state, meanwhile);
        for (const entry of asked) await decide(phone, entry, choice);
        isQuiet = false;
        await untilQuiet(phone);
        isQuiet = true;
        await nothingLostNorDoubled(phone, await phone.store.entries(me));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
