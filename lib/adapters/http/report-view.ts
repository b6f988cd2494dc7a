import type { ListedEdition } from "../../app/reports/read.ts";

/** An edition as `GET /reports` shows it: everything but where its files lie. */
export function editionView({ month: _, runId: __, span, files, ...edition }: ListedEdition) {
  return {
    ...edition,
    ...span,
    files: files.map(({ name, size, sha256, contentType, url }) => ({
      name,
      size,
      sha256,
      contentType,
      url,
    })),
  };
}
