import type { IncomingHttpHeaders } from "node:http";
import type { CrossOriginRule } from "../../contract.ts";
import type { WireAnswer } from "../http/wire.ts";

/** Headers that let a page of another origin see the answer to this method; none where no rule allows it. */
export function crossOriginHeaders(
  rules: readonly CrossOriginRule[],
  method: string,
  headers: IncomingHttpHeaders,
): Readonly<Record<string, string>> {
  const { origin } = headers;
  if (origin === undefined) return {};
  const rule = rules.find(
    ({ origins, methods }) => methods.includes(method) && (origins.includes("*") || origins.includes(origin)),
  );
  if (rule === undefined) return {};
  return { "access-control-allow-origin": rule.origins.includes("*") ? "*" : origin, vary: "Origin" };
}

/** What a browser asks before it sends: it is not signed, and answered by the bucket's rules alone. */
export function preflight(rules: readonly CrossOriginRule[], headers: IncomingHttpHeaders): WireAnswer {
  const method = headers["access-control-request-method"] ?? "";
  const asked = (headers["access-control-request-headers"] ?? "")
    .toLowerCase()
    .split(",")
    .map((header) => header.trim())
    .filter((header) => header !== "");
  const fitting = rules.filter((rule) =>
    asked.every((header) => rule.headers.includes("*") || rule.headers.includes(header)),
  );
  const allowed = crossOriginHeaders(fitting, method, headers);
  if (Object.keys(allowed).length === 0) return { status: 403, headers: {}, body: "" };
  return {
    status: 200,
    headers: {
      ...allowed,
      "access-control-allow-methods": method,
      ...(asked.length === 0 ? {} : { "access-control-allow-headers": asked.join(", ") }),
    },
    body: "",
  };
}
