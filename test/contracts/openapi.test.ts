import { describe, expect, it } from "vitest";
import committed from "../../docs/openapi.json" with { type: "json" };
import { commandBodies } from "../../lib/contracts/commands.ts";
import { openApiDocument } from "../../lib/contracts/openapi.ts";
import { routes } from "../../lib/contracts/routes.ts";
import manifest from "../../package.json" with { type: "json" };

const document: any = JSON.parse(JSON.stringify(openApiDocument(manifest.version)));

describe("the OpenAPI document", () => {
  it("is the committed one", () => {
    expect(document).toEqual(committed);
  });

  it("describes exactly the routes of the table, each with its proof, its parameters and its refusals", () => {
    const operations = Object.entries<any>(document.paths).flatMap(([path, item]) =>
      Object.entries<any>(item).map(([method, operation]) => ({ path, method, operation })),
    );
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      routes.map((route) => route.id).sort(),
    );
    for (const { path, method, operation } of operations) {
      const route = routes.find(({ id }) => id === operation.operationId);
      expect({ path, method: method.toUpperCase() }).toEqual({ path: route?.path, method: route?.method });
      const inPath = (operation.parameters ?? []).filter((parameter: any) => parameter.in === "path");
      expect(inPath.map((parameter: any) => `{${parameter.name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.every((parameter: any) => parameter.required)).toBe(true);
      const schemes = operation.security.flatMap((entry: object) => Object.keys(entry));
      expect(schemes).toEqual(
        { "channel-key": ["channelKey", "channelBearer"], staff: ["staff"], open: [] }[
          route?.access ?? "open"
        ],
      );
      expect(operation.responses.default.content).toHaveProperty(["application/problem+json"]);
    }
  });

  it("leads nowhere that does not exist", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, ref]) => ref ?? "",
    );
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const target = reference
        .replace("#/", "")
        .split("/")
        .reduce<any>((node, part) => node?.[part], document);
      expect(target, reference).toBeDefined();
    }
  });

  it("refuses unknown fields in every body and asks every command for the version that was seen", () => {
    const bodies = Object.values<any>(document.components.schemas).filter(
      (schema) => schema.type === "object",
    );
    expect(bodies.filter((schema) => schema.additionalProperties !== false)).toEqual([]);
    const command = document.paths["/complaints/{id}/commands/{command}"].post;
    const choices = command.requestBody.content["application/json"].schema.anyOf;
    expect(choices).toHaveLength(Object.keys(commandBodies).length);
    for (const choice of choices) expect(choice.required).toContain("version");
  });
});
