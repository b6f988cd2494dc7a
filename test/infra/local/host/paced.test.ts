import { expect, test } from "vitest";
import { fixtureCloud, startAt } from "./support/fixture.ts";

test("at speed the clock runs by itself, stops at every due thing, and a function that overruns is ended", async () => {
  const fixture = await fixtureCloud({ speed: 600_000 });
  try {
    const { cloud, services, work, failures } = fixture;
    services.queues.send(work, "first", { delaySeconds: 600 });
    services.queues.send(work, "second", { delaySeconds: 601 });
    const running = cloud.engine.run();
    await expect.poll(() => fixture.seen().length).toBe(2);
    expect(fixture.seen().map(({ now }) => (now - startAt) / 1000)).toEqual([600, 601]);

    const target = cloud.engine.now() + 24 * 3_600_000;
    await cloud.engine.advanceTo(target);
    expect(cloud.engine.now()).toBeGreaterThanOrEqual(target);

    const hung = await cloud.invoke("sweep", { kind: "hang" });
    expect(hung).toMatchObject({ ok: false, failure: { errorType: "Sandbox.Timedout" } });
    expect(await cloud.invoke("sweep", { kind: "well again" })).toMatchObject({ ok: true });
    expect(failures).toEqual([]);
    cloud.engine.stop();
    await running;
  } finally {
    await fixture.close();
  }
});
