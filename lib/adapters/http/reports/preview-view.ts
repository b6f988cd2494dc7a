import type { BulletinPreview } from "../../../app/reports/files/bulletin-preview.ts";
import { defined } from "../../../domain/present.ts";
import { bulletinSheet } from "../../documents/bulletin.ts";
import type { SheetBlock } from "../../documents/sheet.ts";

/** The bulletin's words for pages: the same sheet that is set for Word. */
export function previewView({ words, projects }: BulletinPreview) {
  const { bulletin, edition = 0, asOf, recordedUntil = asOf, rulings } = words;
  const { title, subtitle, blocks } = bulletinSheet(words);
  return {
    edition,
    asOf,
    recordedUntil,
    year: bulletin.year,
    number: bulletin.number,
    title,
    subtitle,
    hot: projects.flatMap(({ id, name }) =>
      bulletin.hot
        .filter((hot) => hot.name === name)
        .map(({ received, text }) => ({ projectId: id, name, received, text })),
    ),
    ...defined({ rulings: rulings && ruled(rulings) }),
    blocks: blocks.flatMap(blockView),
  };
}

function ruled({
  upheld,
  rejected,
  pending,
  before,
  after,
}: NonNullable<BulletinPreview["words"]["rulings"]>) {
  return { upheld, rejected, pending, before, after };
}

type Heading = Pick<Extract<SheetBlock, { kind: "heading" }>, "kind" | "text" | "level">;
type Prose = Pick<Extract<SheetBlock, { kind: "prose" }>, "kind" | "text"> & { readonly style: string };
type List = Pick<Extract<SheetBlock, { kind: "list" }>, "kind" | "head" | "rows">;

function blockView(block: SheetBlock): (Heading | Prose | List)[] {
  switch (block.kind) {
    case "heading":
      return [{ kind: "heading", text: block.text, level: block.level }];
    case "prose":
      return [{ kind: "prose", text: block.text, style: block.look }];
    case "list":
      return [{ kind: "list", head: block.head, rows: block.rows }];
    // The chart is seen beside it; forms do not stand in a bulletin.
    case "picture":
    case "grid":
      return [];
  }
}
