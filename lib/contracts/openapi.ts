import * as z from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { defined } from "../domain/present.ts";
import type { Route } from "./core/route.ts";
import { id } from "./core/text.ts";
import { both, refused, success } from "./openapi-answers.ts";
import { exampleOf } from "./openapi-examples.ts";
import { problems } from "./problems.ts";
import { routes } from "./routes.ts";

/** The OpenAPI 3.1 document of every route; pure and in a fixed order. */
export function openApiDocument(version: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const described of routes.flatMap(operationsOf)) {
    const path = (paths[described.path] ??= {});
    path[methodKey(described.route)] = operation(described);
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "接诉 Jiesu",
      version,
      description: `物业投诉受理 Complaint desk for property management. Refusals are RFC 9457 problems with these codes: ${Object.keys(problems).join(", ")}.`,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    components: {
      securitySchemes: {
        channelKey: { type: "apiKey", in: "header", name: "x-api-key" },
        channelBearer: { type: "http", scheme: "bearer", description: "The channel key as bearer token" },
        staff: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "OIDC token of a person" },
      },
    },
  });
}

/** One thing a client may do: a route, or one command of a route whose body goes by its name. */
interface Described {
  readonly route: Route;
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly params: z.ZodType;
  readonly body: z.ZodType | undefined;
}

function operationsOf(route: Route): Described[] {
  const { bodies, id: operationId, path, params } = route;
  const summary = both(route.summary);
  if (bodies === undefined || !bodies.each)
    return [{ route, path, operationId, summary, params, body: bodyOf(route) }];
  return Object.entries(bodies.of).map(([name, body]) => ({
    route,
    path: path.replace(`{${bodies.by}}`, name),
    operationId: `${operationId}.${name}`,
    summary: `${summary}: ${name}`,
    params: without(params, bodies.by),
    body,
  }));
}

/** The parameters of a path in which one already stands. */
function without(params: z.ZodType, name: string): z.ZodType {
  if (!(params instanceof z.ZodObject)) return params;
  return z.object(Object.fromEntries(Object.entries(params.shape).filter(([other]) => other !== name)));
}

function bodyOf({ body, shownBody, bodies }: Route): z.ZodType | undefined {
  if (bodies !== undefined) return z.union([...new Set(Object.values(bodies.of))]);
  const shown = shownBody ?? body;
  return isEmpty(shown) ? undefined : shown;
}

/** Of something that asks for nothing there is nothing to say. */
function isEmpty(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0;
}

function methodKey({ method }: Route): "get" | "post" | "put" {
  switch (method) {
    case "GET":
      return "get";
    case "POST":
      return "post";
    case "PUT":
      return "put";
  }
}

function operation({ route, operationId, summary, params, body }: Described): ZodOpenApiOperationObject {
  const asked = { path: params, query: route.query, header: keyHeader(route) };
  const shown = Object.entries(asked).flatMap(([place, schema]) =>
    schema instanceof z.ZodObject && !isEmpty(schema) ? [[place, schema]] : [],
  );
  return {
    operationId,
    summary,
    ...access(route),
    ...(shown.length === 0 ? {} : { requestParams: Object.fromEntries(shown) }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: route.bodyOptional !== true,
            content: {
              "application/json": { schema: body, ...defined({ example: route.example ?? exampleOf(body) }) },
            },
          },
        }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, answer]) => [status, success(answer)]),
      ),
      default: refused,
    },
  };
}

function access({ who }: Route): Pick<ZodOpenApiOperationObject, "security" | "description"> {
  switch (who.kind) {
    case "channel":
      return { security: [{ channelKey: [] }, { channelBearer: [] }] };
    case "staff":
      return { security: [{ staff: [] }], description: `Posts: ${who.posts.join(", ")}.` };
    case "any":
      return { security: [{ channelKey: [] }, { channelBearer: [] }, { staff: [] }, {}] };
    case "open":
      return { security: [] };
  }
}

function keyHeader({ key }: Route): z.ZodObject | undefined {
  if (key === "none") return undefined;
  const value = id.meta({ description: "The same key again gives the same answer" });
  return z.object({ "Idempotency-Key": key === "required" ? value : value.optional() });
}
