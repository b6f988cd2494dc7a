import type { ListedEdition } from "../../../app/reports/files/read.ts";

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
  } = listed;
  return {
    edition,
    ...span,
    ...(only === undefined ? {} : { projectId: only }),
    asOf,
    recordedUntil,
    madeAt,
    issuedBy,
    projectIds,
    missing,
    ...(bulletin === undefined ? {} : { bulletin }),
    figures,
    submitted,
    ...(contested === undefined ? {} : { contested }),
    ...(correction === undefined ? {} : { correction }),
    files: files.map(({ projectId, name, title, size, sha256, contentType, url }) => ({
      ...(projectId === undefined ? {} : { projectId }),
      name,
      title,
      size,
      sha256,
      contentType,
      url,
    })),
  };
}
