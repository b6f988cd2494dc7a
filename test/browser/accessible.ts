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

const coloursRules = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds against WCAG 2.2 A and AA, one line a finding; or of its colours alone, where nothing else has
 * changed. What runs in the page is text: it has no types here.
 */
export async function findings(page: Page, of: "all" | "colours" = "all"): Promise<readonly string[]> {
  if ((await page.evaluate("'axe' in window")) !== true) await page.evaluate(axe.source);
  const options = JSON.stringify({
    runOnly: of === "all" ? { type: "tag", values: tags } : { type: "rule", values: coloursRules },
  });
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
