import type { Page } from "playwright-core";

/** Milliseconds of the processor that the page's own thread takes for something: a busy machine makes none longer. */
export async function processorOf(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  const before = await spent();
  await work();
  const taken = Math.round((await spent()) - before);
  await session.detach();
  return taken;
}
