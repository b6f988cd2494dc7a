import { describe, expect, it } from "vitest";
import * as z from "zod";
import committed from "../../docs/openapi.json" with { type: "json" };
import { commandBodies } from "../../lib/contracts/complaints/commands.ts";
import type { Route } from "../../lib/contracts/core/route.ts";
import { openApiDocument } from "../../lib/contracts/openapi.ts";
import { routes } from "../../lib/contracts/routes.ts";
import manifest from "../../package.json" with { type: "json" };
import { known } from "../support/http.ts";

/** As much of OpenAPI 3.1 as we use; anything missing or of another form fails the parse. */
const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().min(1),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        schema: z.looseObject({}),
      }),
    )
    .default([]),
  requestBody: z
    .looseObject({
      content: z.looseObject({ "application/json": z.looseObject({ schema: z.looseObject({}) }) }),
    })
    .optional(),
  security: z.array(z.record(z.string(), z.array(z.never()))),
  responses: z.looseObject({
    default: z.strictObject({ $ref: z.literal("#/components/responses/Refused") }),
  }),
});
const variant = z.looseObject({ type: z.string().optional(), additionalProperties: z.unknown().optional() });
/** A body, or one of several bodies. */
const schema = variant.extend({ oneOf: z.array(variant).optional() });
const shape = z.looseObject({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string().startsWith("/"), z.partialRecord(z.enum(["get", "post", "put"]), operation)),
  components: z.looseObject({
    schemas: z.record(z.string(), schema),
    responses: z.strictObject({
      Refused: z.looseObject({ content: z.looseObject({ "application/problem+json": z.looseObject({}) }) }),
    }),
  }),
});

const plain: unknown = JSON.parse(JSON.stringify(openApiDocument(manifest.version)));
const document = shape.parse(plain);
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, described]) => ({ path, method, described })),
);
const sorted = (names: readonly string[]) => names.toSorted((a, b) => a.localeCompare(b));

describe("the OpenAPI document", () => {
  it("is the committed one", () => {
    expect(plain).toEqual(committed);
  });

  it("every body has an example that its route takes", () => {
    const bodies = new Map(
      routes.flatMap((route: Route): [string, z.ZodType][] =>
        route.bodies?.each === true
          ? Object.entries(route.bodies.of).map(([name, body]) => [`${route.id}.${name}`, body])
          : [
              [
                route.id,
                route.bodies === undefined
                  ? (route.shownBody ?? route.body)
                  : z.union(Object.values(route.bodies.of)),
              ],
            ],
      ),
    );
    const asked = operations.filter(({ described }) => described.requestBody !== undefined);
    expect(asked.length).toBeGreaterThan(80);
    const untrue = asked.flatMap(({ described }) => {
      const { example } = described.requestBody!.content["application/json"];
      const parsed = bodies.get(described.operationId)!.safeParse(example);
      return parsed.success ? [] : [`${described.operationId}: ${z.prettifyError(parsed.error)}`];
    });
    expect(untrue).toEqual([]);
  });

  it("describes exactly the routes of the table, each with its proof, its parameters and its refusals", () => {
    const described = operations.map((one) => one.described.operationId);
    expect(sorted(described)).toEqual(
      sorted(
        routes.flatMap(({ id, bodies }) =>
          bodies?.each === true ? Object.keys(bodies.of).map((name) => `${id}.${name}`) : [id],
        ),
      ),
    );
    for (const { path, method, described: one } of operations) {
      const [id, name] = one.operationId.split(".");
      const route = known(routes.find((candidate) => candidate.id === id));
      const by = `{${route.bodies?.by ?? "command"}}`;
      const routePath = name === undefined ? route.path : route.path.replace(by, name);
      expect({ path, method: method.toUpperCase() }).toEqual({ path: routePath, method: route.method });
      const inPath = one.parameters.filter((parameter) => parameter.in === "path");
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.every(({ required }) => required)).toBe(true);
      expect(one.security.flatMap((entry) => Object.keys(entry))).toEqual(
        {
          channel: ["channelKey", "channelBearer"],
          staff: ["staff"],
          open: [],
          any: ["channelKey", "channelBearer", "staff"],
        }[route.who.kind],
      );
    }
  });

  it("leads nowhere that does not exist", () => {
    const references = [...JSON.stringify(plain).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? "");
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      expect(document.components).toHaveProperty(reference.replace("#/components/", "").split("/"));
    }
  });

  it("refuses unknown fields in every body and asks every command for the version that was seen", () => {
    const open = Object.entries(document.components.schemas).filter(
      ([, body]) =>
        body.type === "object" &&
        (body.oneOf ?? [body]).some(({ additionalProperties }) => additionalProperties !== false),
    );
    expect(open).toEqual([]);
    const commands = operations.filter(({ described }) => described.operationId.startsWith("command."));
    expect(sorted(commands.map(({ described }) => described.operationId.slice("command.".length)))).toEqual(
      sorted(Object.keys(commandBodies)),
    );
    for (const { described } of commands) {
      const body = z
        .object({ required: z.array(z.string()), additionalProperties: z.literal(false) })
        .parse(described.requestBody?.content["application/json"].schema);
      expect(body.required).toContain("version");
    }
  });
});
