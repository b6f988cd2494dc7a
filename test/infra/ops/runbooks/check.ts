import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { typedFor } from "../../../../infra/ops/command.ts";
import { opsCommands } from "../../../../infra/ops/commands/index.ts";
import { type Route, routes } from "../../../../lib/contracts/routes.ts";
import { readDocument } from "../../../docs/markdown.ts";
import type { Command } from "./commands.ts";

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readDocument("package.json"));

/** Why nobody could carry a command of a document out as it stands there; undefined where one can. */
export function faultOf(command: Command): string | undefined {
  switch (command.kind) {
    case "npm":
      return faultOfScript(command);
    case "aws":
      return faultOfAws(command);
    case "call":
      return faultOfCall(command);
  }
}

function faultOfScript({ script, args }: Extract<Command, { kind: "npm" }>): string | undefined {
  if (scripts[script] === undefined) return `no script ${script}`;
  if (script !== "ops" || args.length === 0) return undefined;
  const [name, ...typed] = args;
  const found = opsCommands.find((one) => one.name === name);
  if (found === undefined) return `no command ops ${name}`;
  // A command that is only spoken of stands there without what it takes.
  if (typed.length === 0) return undefined;
  try {
    typedFor(found, typed);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

function faultOfCall({ method, path }: Extract<Command, { kind: "call" }>): string | undefined {
  const asked = (path.split("?")[0] ?? "").split("/");
  const list: readonly Route[] = routes;
  const known = list.some((route) => {
    const parts = route.path.split("/");
    const isSame = (part: string, at: number) => part === asked[at] || part.startsWith("{");
    return route.method === method && parts.length === asked.length && parts.every(isSame);
  });
  const isPage = method === "GET" && ["/", "/config.json", "/setup", "/m"].includes(path);
  return known || isPage || path.includes("…") ? undefined : `no route ${method} ${path}`;
}

/** Options of the command line itself, and operations of its own that no service has. */
const ownOptions = new Set(["query", "output", "region", "profile", "cli-binary-format"]);
const ownOperations: Readonly<Record<string, readonly string[]>> = {
  "dynamodb wait": ["table-name"],
  // Its input is called otherwise than the operation.
  "lambda invoke": ["function-name", "payload"],
};
/** Services whose client is not installed: their operations with the options that documents use. */
const others: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  logs: {
    "describe-log-groups": ["log-group-name-prefix"],
    "filter-log-events": ["log-group-name", "filter-pattern"],
  },
  "service-quotas": {
    "request-service-quota-increase": ["service-code", "quota-code", "desired-value"],
  },
  "cognito-idp": {
    "admin-create-user": ["user-pool-id", "username", "user-attributes", "temporary-password"],
    "admin-get-user": ["user-pool-id", "username"],
    "list-user-pools": ["max-results"],
  },
};

/** Clients that are called otherwise than on the command line. */
const clientOf: Readonly<Record<string, string>> = { s3api: "s3", secretsmanager: "secrets-manager" };

/** Names of members by operation, from the types of the service's client. */
function membersOf(service: string, operation: string): string | undefined {
  const pascal = operation.replaceAll(/(^|-)([a-z0-9])/g, (_whole, _dash, letter: string) =>
    letter.toUpperCase(),
  );
  const manifest = createRequire(import.meta.url).resolve(
    `@aws-sdk/client-${clientOf[service] ?? service}/package.json`,
  );
  const folder = join(dirname(manifest), "dist-types");
  const commands = globSync(`commands/${pascal}Command.d.ts`, { cwd: folder });
  if (commands.length === 0) return undefined;
  const texts = globSync("models/*.d.ts", { cwd: folder }).map((file) =>
    readFileSync(join(folder, file), "utf8"),
  );
  const shape = new RegExp(
    `export interface ${pascal}(?:Input|Request|Message)? (?:extends [\\w, ]+)?\\{(.*?)^\\}`,
    "ms",
  );
  return texts.map((text) => shape.exec(text)?.[1] ?? "").join("");
}

function faultOfAws({ service, operation, args }: Extract<Command, { kind: "aws" }>): string | undefined {
  const options = args.flatMap((word) => (word.startsWith("--") ? [word.slice(2)] : []));
  const asked = options.filter((name) => !ownOptions.has(name));
  const fixed = ownOperations[`${service} ${operation}`] ?? others[service]?.[operation];
  const isKnown = (name: string) =>
    fixed === undefined ? hasMember(membersOf(service, operation) ?? "", name) : fixed.includes(name);
  if (fixed === undefined) {
    if (others[service] !== undefined) return `aws ${service} ${operation} is not on the list`;
    if (membersOf(service, operation) === undefined) return `aws ${service} has no ${operation}`;
  }
  const unknown = asked.filter((name) => !isKnown(name));
  return unknown.length === 0 ? undefined : `aws ${service} ${operation} takes no ${unknown.join(", ")}`;
}

function hasMember(members: string, option: string): boolean {
  const name = option.replaceAll("-", "");
  return new RegExp(`^ +${name}\\??:`, "im").test(members);
}
