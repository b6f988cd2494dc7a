/**
 * `npm run openapi` writes docs/openapi.json and, from the same contracts, the types of the client and what the pages make forms of; with `--check`
 * it only says whether they are up to date.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import * as z from "zod";
import { commandBodies } from "../../lib/contracts/complaints/commands.ts";
import { emergencyBody, eventReportBody } from "../../lib/contracts/events/bodies.ts";
import { groupCommandBodies } from "../../lib/contracts/groups/bodies.ts";
import "../../lib/contracts/openapi-cli.ts";
import { omit } from "../../lib/domain/present.ts";

const root = join(import.meta.dirname, "..", "..");

const document = await openapiTS(readFileSync(join(root, "docs", "openapi.json"), "utf8"), {
  exportType: false,
  alphabetize: false,
});
const fresh = `// Made by npm run openapi from docs/openapi.json.\n${astToString(document)}`;

keep(join(root, "lib", "client", "schema.ts"), fresh);
keep(
  join(root, "web", "src", "api", "command-schemas.json"),
  `${JSON.stringify(commandSchemas(), undefined, 1)}\n`,
);

/** What the pages make the forms of commands from: each body as JSON schema, without references. */
function commandSchemas(): Record<string, unknown> {
  const ofEvents = [
    ["event:register", emergencyBody],
    ["event:report", eventReportBody],
  ] as const;
  const ofGroups = Object.entries(groupCommandBodies).map(([name, body]) => [`group:${name}`, body] as const);
  return Object.fromEntries(
    [...Object.entries(commandBodies), ...ofGroups, ...ofEvents].map(([name, body]) => {
      const { $defs = {}, $schema: _, ...schema } = z.toJSONSchema(body, { io: "input" });
      return [name, withoutDevice(inlined(schema, $defs))];
    }),
  );
}

/** The device's own time is no field that somebody fills in. */
function withoutDevice(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null || !("properties" in schema)) return schema;
  const { properties } = schema;
  return typeof properties === "object" && properties !== null && "device" in properties
    ? { ...schema, properties: omit(properties, "device") }
    : schema;
}

function inlined(value: unknown, definitions: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((entry) => inlined(entry, definitions));
  if (typeof value !== "object" || value === null) return value;
  const reference = "$ref" in value && typeof value.$ref === "string" ? value.$ref : undefined;
  if (reference !== undefined) return inlined(definitions[reference.replace("#/$defs/", "")], definitions);
  // Patterns of instants are long and of no use to a form.
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) =>
      (key === "pattern" || key === "id") && typeof entry === "string"
        ? []
        : [[key, inlined(entry, definitions)]],
    ),
  );
}

/** Writes a file, or says that it is stale. */
function keep(file: string, content: string): void {
  if (!process.argv.includes("--check")) writeFileSync(file, content);
  else if (!existsSync(file) || readFileSync(file, "utf8") !== content) {
    const name = relative(root, file);
    process.stderr.write(`${name} 已过时，请运行 npm run openapi · is stale: run npm run openapi\n`);
    process.exitCode = 1;
  }
}
