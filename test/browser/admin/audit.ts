import type { Journey } from "../journey.ts";

/** Whoever looked at a complaint is on record, and its history is proved beside it. */
export const auditJourney: Journey = {
  as: "headquarters",
  address: () => "/admin/audit",
  ready: (page) => page.getByLabel("投诉编号").waitFor(),
  walk: async (page) => {
    await page.getByLabel("投诉编号").fill("N001");
    await page.keyboard.press("Enter");
    await page.waitForURL(/number=N001/);
    await page.getByRole("button", { name: "核对经过是否被改动" }).click();
    await page.getByText("核对一致，没有改动。").waitFor();
    await page.getByRole("region", { name: "谁看过个人信息" }).waitFor();
    await page.getByLabel("或：人员").selectOption("headquarters");
    await page.waitForURL(/person=headquarters/);
    await page.getByRole("region", { name: "历史链核对" }).waitFor({ state: "detached" });
  },
};
