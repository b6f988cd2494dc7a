import { describe, expect, test } from "vitest";
import { runErrand } from "../../../lib/app/dispatch/errand.ts";
import { PermanentMailError } from "../../../lib/app/ports/messages.ts";
import { serviceStates } from "../../../lib/app/services/keep.ts";
import { sendTest, triedService, tryService } from "../../../lib/app/services/try.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const person = people.headquarters;

async function asked(w: World, way: "email" | "wecom" | "sms", key = "key-1") {
  const test = await tryService(w.ports, person, way, key);
  if ("problem" in test) throw new Error(test.problem);
  return test;
}
const work = async (w: World) => {
  for (const errand of w.errandQueue.take()) await runErrand(w.ports, errand);
};

describe("a service is tried with a message to oneself", () => {
  test("it goes to the person's own address with the settings of this moment, and who asked is told", async () => {
    const w = world(now);
    const { id } = await asked(w, "email");
    expect(await triedService(w.ports, person, id)).toMatchObject({ state: "waiting" });
    await work(w);
    expect(w.sent.map(({ to }) => to)).toEqual([person.email]);
    expect(w.services.looks).toBe(1);
    expect(await triedService(w.ports, person, id)).toMatchObject({ state: "sent" });
    expect(await triedService(w.ports, people.projectManager, id)).toMatchObject({ problem: "not-found" });
  });

  test("the same key is the same test, and a message that comes twice sends once", async () => {
    const w = world(now);
    const first = await asked(w, "email");
    expect((await asked(w, "email")).id).toBe(first.id);
    await work(w);
    await sendTest(w.ports, first.id);
    await asked(w, "email");
    await work(w);
    expect(w.sent).toHaveLength(1);
    await asked(w, "email", "key-2");
    await work(w);
    expect(w.sent).toHaveLength(2);
  });

  test("what the service says is told, without the address, and nothing is tried again behind one's back", async () => {
    const w = world(now);
    const refusing = {
      ...w.ports,
      mailer: {
        send: async ({ to }: { readonly to: string }) => {
          throw new PermanentMailError(`550 no such mailbox <${to}>`);
        },
      },
    };
    const { id } = await asked(w, "email");
    await sendTest(refusing, id);
    const told = await triedService(w.ports, person, id);
    expect(told).toMatchObject({ state: "failed", reason: "550 no such mailbox <…>" });
  });

  test("without an address of one's own for this way it is refused, with nothing on its way", async () => {
    const w = world(now);
    const { phone: _, wecomId: __, ...nowhere } = person;
    for (const way of ["sms", "wecom"] as const) {
      expect(await tryService(w.ports, nowhere, way, "key")).toMatchObject({ problem: "no-own-address" });
    }
    expect(w.errandQueue.take()).toEqual([]);
  });

  test("every service is listed, set up or not, and says whether messages go its way", async () => {
    const w = world(now);
    await w.services.put(
      {
        service: "sms",
        url: "https://sms.example",
        signature: "【示例】",
        key: "hidden",
        linkTemplate: "L",
        plainTemplate: "P",
      },
      { at: now, by: person.id },
    );
    const states = await serviceStates(w.ports);
    expect(states.map(({ service, isSet, isOn }) => [service, isSet, isOn])).toEqual([
      ["wecom", false, false],
      ["sms", true, false],
      ["smtp", false, true],
      ["imap", false, undefined],
      ["wechat", false, false],
    ]);
    expect(JSON.stringify(states)).not.toContain("hidden");
  });
});
