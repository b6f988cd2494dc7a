import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { omit } from "../../../../lib/domain/present.ts";
import { readDocument, root } from "../../../docs/markdown.ts";
import { faultOf } from "./check.ts";
import { commandsIn } from "./commands.ts";

const documents = globSync(["README*.md", "docs/*.md", "docs/runbooks/*.md"], { cwd: root }).sort();

describe("whoever is on call has the documents alone", () => {
  it.each(documents)("every command of %s exists, and takes what it is given there", (document) => {
    const faults = commandsIn(readDocument(document)).flatMap((command) => {
      const fault = faultOf(command);
      return fault === undefined ? [] : [`${command.text}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  it("commands are found in shell blocks and in sentences, once each", () => {
    const found = commandsIn(
      [
        "Run `npm run ops -- notices --late` or `GET /complaints/{id}/clocks`; `level` is no command.",
        "```sh",
        'eval "$(npm run --silent ops -- env <stage>)"   # a comment --x',
        "TABLE=x aws dynamodb wait table-exists \\",
        "  --table-name jiesu-restored | cat --nothing",
        "```",
        "Run `npm run ops -- notices --late`.",
      ].join("\n"),
    );
    expect(found.map((command) => omit(command, "text"))).toEqual([
      { kind: "npm", script: "ops", args: ["env", "<stage>"] },
      {
        kind: "aws",
        service: "dynamodb",
        operation: "wait",
        args: ["table-exists", "--table-name", "jiesu-restored"],
      },
      { kind: "npm", script: "ops", args: ["notices", "--late"] },
      { kind: "call", method: "GET", path: "/complaints/{id}/clocks" },
    ]);
  });

  it.each<[string, string]>([
    ["npm run nothing", "no script nothing"],
    ["npm run ops -- dead-lettres prod", "no command ops dead-lettres"],
    ["npm run ops -- notices --lat", "--lat"],
    ["npm run ops -- dead-letters prod Alarm React Send", "wrong number"],
    ["GET /complaint/{id}/clocks", "no route"],
    ["PATCH /reports/{YYYY-MM}/build", ""],
    ["POST /reports/{YYYY-MM}/builds", "no route"],
    ["aws scheduler list-schedule --name-prefix x", "has no list-schedule"],
    ["aws scheduler list-schedules --prefix x", "takes no prefix"],
    ["aws logs tail x", "not on the list"],
  ])("%s is found wanting", (text, why) => {
    const [command] = commandsIn(`\`${text}\``);
    // What begins with no known verb is no command at all.
    const fault = command === undefined ? "" : faultOf(command);
    expect(fault).toContain(why);
  });
});
