import axe from "axe-core";
import type { Page } from "playwright-core";
import * as z from "zod";

const violations = z.array(
  z.looseObject({
    id: z.string(),
    nodes: z.array(z.looseObject({ target: z.array(z.unknown()), failureSummary: z.string().default("") })),
  }),
);
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds against WCAG 2.2 A and AA, one line a finding. What runs in the page is text: it has no types here. */
export async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: { type: "tag", values: tags } });
  const found = await page.evaluate(`axe.run(document, ${options}).then(({ violations }) => violations)`);
  return violations
    .parse(found)
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary.replaceAll("\n", " ")}`,
      ),
    );
}

/** Pixels by which the page is wider than the window. */
export async function overflow(page: Page): Promise<number> {
  const { scroll, client } = z
    .object({ scroll: z.number(), client: z.number() })
    .parse(
      await page.evaluate(
        "({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth })",
      ),
    );
  return scroll - client;
}
