import type { ListedEdition } from "../../../app/reports/files/read.ts";
import { defined } from "../../../domain/present.ts";

/** An edition as `GET /reports` shows it: everything but where its files lie. */
export function editionView(listed: ListedEdition) {
  const {
    edition,
    span,
    only,
    bulletin,
    submitted,
    contested,
    correction,
    asOf,
    recordedUntil = asOf,
    madeAt,
    issuedBy,
    projectIds,
    missing,
    figures,
    files,
    stage,
  } = listed;
  return {
    edition,
    stage,
    ...span,
    ...defined({ projectId: only }),
    asOf,
    recordedUntil,
    madeAt,
    issuedBy,
    projectIds,
    missing,
    ...defined({ bulletin }),
    figures,
    submitted,
    ...defined({ contested, correction }),
    files: files.map(({ projectId, name, title, size, sha256, contentType, url }) => ({
      ...defined({ projectId }),
      name,
      title,
      size,
      sha256,
      contentType,
      url,
    })),
  };
}
