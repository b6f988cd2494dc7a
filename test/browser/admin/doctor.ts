import type { Journey } from "../journey.ts";

/** What is lacking says where it is mended, and the link leads there. */
export const doctorJourney: Journey = {
  as: "headquarters",
  address: () => "/admin/doctor",
  ready: (page) => page.getByRole("heading", { name: "运行" }).waitFor(),
  walk: async (page) => {
    await page.getByRole("button", { name: "再查一次" }).click();
    await page.getByText("巡检补发（累计）").waitFor();
    const lacks = page.getByRole("region", { name: /补上$/ });
    await lacks.first().waitFor();
    await lacks.getByRole("link", { name: "去补上" }).first().click();
    await page.waitForURL(/\/admin\/(people|calendar|channel-keys)/);
  },
};
