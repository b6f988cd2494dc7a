import { TemplateError } from "../template/json.ts";

/** A route of the HTTP API: `METHOD /path/{parameter}`, `ANY /path/{rest+}` or `$default`. */
export interface RouteTarget<T> {
  readonly routeKey: string;
  readonly target: T;
}

export interface RouteMatch<T> extends RouteTarget<T> {
  /** Decoded path parameters. */
  readonly parameters: Readonly<Record<string, string>>;
}

type Segment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "parameter"; readonly name: string }
  | { readonly kind: "greedy"; readonly name: string };

interface CompiledRoute<T> extends RouteTarget<T> {
  readonly method: string;
  readonly segments: readonly Segment[];
}

const rank = { literal: 0, parameter: 1, greedy: 2 } as const;

function segmentOf(text: string): Segment {
  const name = /^\{([^{}+]+)(\+?)\}$/.exec(text);
  if (name?.[1] === undefined) return { kind: "literal", text };
  return { kind: name[2] === "+" ? "greedy" : "parameter", name: name[1] };
}

function compile<T>(route: RouteTarget<T>): CompiledRoute<T> {
  const [method = "", path = ""] = route.routeKey.split(" ");
  if (!/^[A-Z]+$/.test(method) || !path.startsWith("/")) {
    throw new TemplateError(`the route key ${JSON.stringify(route.routeKey)} has not the form METHOD /path`);
  }
  const segments = path.split("/").slice(1).map(segmentOf);
  const greedy = segments.findIndex(({ kind }) => kind === "greedy");
  if (greedy >= 0 && greedy !== segments.length - 1) {
    throw new TemplateError(`${route.routeKey}: {name+} must be the last part`);
  }
  return { ...route, method, segments };
}

/** Most specific first: part by part literal < {parameter} < {greedy+}, then an exact method before ANY. */
function bySpecificity<T>(a: CompiledRoute<T>, b: CompiledRoute<T>): number {
  for (let index = 0; index < Math.max(a.segments.length, b.segments.length); index += 1) {
    const left = a.segments[index];
    const right = b.segments[index];
    const difference =
      (left === undefined ? 3 : rank[left.kind]) - (right === undefined ? 3 : rank[right.kind]);
    if (difference !== 0) return difference;
  }
  return Number(a.method === "ANY") - Number(b.method === "ANY");
}

/** Percent-decodes one part of a path; a malformed one stays as it is. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parametersOf(
  segments: readonly Segment[],
  parts: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (part === undefined) return undefined;
    switch (segment.kind) {
      case "literal":
        if (decodePart(part) !== segment.text) return undefined;
        break;
      case "parameter":
        if (part === "") return undefined;
        parameters[segment.name] = decodePart(part);
        break;
      case "greedy":
        parameters[segment.name] = decodePart(parts.slice(index).join("/"));
        return parameters;
    }
  }
  return parts.length === segments.length ? parameters : undefined;
}

/** Routes requests as an API Gateway HTTP API does. Throws TemplateError for a malformed route key. */
export class Router<T> {
  readonly #routes: readonly CompiledRoute<T>[];
  readonly #fallback: RouteTarget<T> | undefined;

  constructor(routes: readonly RouteTarget<T>[]) {
    this.#fallback = routes.find(({ routeKey }) => routeKey === "$default");
    this.#routes = routes
      .filter(({ routeKey }) => routeKey !== "$default")
      .map((route) => compile(route))
      .sort(bySpecificity);
  }

  /** `path` is the raw path without the query. */
  match(method: string, path: string): RouteMatch<T> | undefined {
    const parts = path.split("/").slice(1);
    for (const { method: wanted, segments, routeKey, target } of this.#routes) {
      if (wanted !== "ANY" && wanted !== method) continue;
      const parameters = parametersOf(segments, parts);
      if (parameters !== undefined) return { routeKey, target, parameters };
    }
    return this.#fallback === undefined ? undefined : { ...this.#fallback, parameters: {} };
  }
}
