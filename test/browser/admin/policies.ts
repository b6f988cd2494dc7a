import { expect } from "vitest";
import * as z from "zod";
import type { Desk } from "../../e2e/desk.ts";
import { answered } from "../answered.ts";
import type { Journey } from "../journey.ts";

const clocks = z.object({ clocks: z.array(z.looseObject({ name: z.string(), dueAt: z.string() })) });

async function resultDue(desk: Desk, id: string): Promise<string | undefined> {
  const { body } = await desk.client.asPerson("headquarters", "GET", `/complaints/${id}/clocks`);
  return clocks.parse(body).clocks.find(({ name }) => name === "result")?.dueAt;
}

/** The result is due a working day earlier from now on: tried, published, and the running complaint's clock says so. */
export const policyJourney: Journey = {
  as: "headquarters",
  address: () => "/admin/policies?scope=project:forest-lake",
  ready: (page) => page.getByRole("heading", { name: "时限", exact: true }).waitFor(),
  walk: async (page, desk, { web }) => {
    // 30 September, three working days after the holiday: Saturday the 10th is worked.
    expect(await resultDue(desk, web)).toBe("2026-10-10T10:00:00.000Z");
    await page.getByRole("button", { name: "修改 处理结果" }).click();
    const dialog = page.getByRole("dialog", { name: "处理结果" });
    await dialog.getByRole("spinbutton", { name: "时限", exact: true }).first().fill("2");
    await dialog.getByRole("button", { name: "采用" }).click();
    await page.getByText("3 个工作日，其后 5 个工作日").first().waitFor();
    // What was changed and not published is there again after a crash of the browser.
    await page.reload();
    await page.getByText("已恢复上次未提交的内容").waitFor();
    await answered(page, () => page.getByRole("button", { name: "现在会变动哪些时限" }).click());
    await desk.reacted();
    const trial = page.getByRole("region", { name: "试算" });
    await trial.getByRole("link", { name: "N001" }).waitFor();
    expect(await resultDue(desk, web)).toBe("2026-10-10T10:00:00.000Z");
    await page.getByRole("button", { name: "发布", exact: true }).click();
    await page.getByRole("status").filter({ hasText: "已发布 project:forest-lake@1" }).waitFor();
    // Functions read rules anew once a minute: the job begins when all of them know.
    await desk.to(new Date(desk.cloud.engine.now() + 120_000).toISOString());
    await page.getByText("未结投诉已按新政策重算").waitFor();
    expect(await resultDue(desk, web)).toBe("2026-10-09T10:00:00.000Z");
    await page.getByText("改了什么").click();
    await page.getByText("2 个工作日，其后 5 个工作日").last().waitFor();
  },
};
