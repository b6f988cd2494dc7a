import type { PageGiven } from "../../../contracts/core/route.ts";
import { problems } from "../../../contracts/problems.ts";
import { html } from "../core/html.ts";
import { lookOf } from "../core/look.ts";
import { renderPage } from "../core/page.ts";
import { detailOf, RefusedRequest } from "../core/refusal.ts";
import type { ApiRequest } from "../core/request.ts";

/** People are answered with a page whatever was wrong with what they sent; a fault of ours goes on. */
export function refusedPage(error: unknown, http: ApiRequest): PageGiven {
  if (!(error instanceof RefusedRequest)) throw error;
  const look = lookOf(http);
  const { status, title } = problems[error.code];
  const detail = detailOf(error.code, error.more, look.language, http.traceId);
  return renderPage({ status, look, title: title[look.language], content: html`<p>${detail}</p>` });
}
