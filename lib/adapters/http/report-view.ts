import type { ListedEdition } from "../../app/reports/read.ts";

/** An edition as `GET /reports` shows it: everything but where its files lie. */
export function editionView(listed: ListedEdition) {
  const { edition, span, asOf, madeAt, issuedBy, projectIds, missing, figures, files } = listed;
  return {
    edition,
    ...span,
    asOf,
    madeAt,
    issuedBy,
    projectIds,
    missing,
    figures,
    files: files.map(({ name, size, sha256, contentType, url }) => ({
      name,
      size,
      sha256,
      contentType,
      url,
    })),
  };
}
