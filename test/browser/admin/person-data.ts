import type { Journey } from "../journey.ts";

/** A request at the desk is recorded with its limit, and refused with the reason. */
export const personDataJourney: Journey = {
  as: "lake-project-manager",
  address: () => "/admin/person-data",
  ready: (page) => page.getByText("没有人提出个人信息请求").waitFor(),
  walk: async (page) => {
    await page.getByLabel("投诉编号").fill("N001");
    await page.getByRole("combobox", { name: "请求" }).selectOption({ label: "删除" });
    await page.getByRole("button", { name: "登记", exact: true }).click();
    await page.getByRole("link", { name: "N001" }).waitFor();
    await page.getByText("待办").waitFor();
    await page.getByRole("button", { name: "不予办理…" }).click();
    await page.getByLabel(/^理由/).fill("投诉尚在办理，结案后再删除。");
    await page.getByRole("button", { name: "不予办理", exact: true }).click();
    await page.getByText("投诉尚在办理，结案后再删除。").waitFor();
  },
};
