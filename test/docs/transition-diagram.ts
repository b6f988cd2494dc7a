import { commands, staffCommands } from "../../lib/domain/complaint/commands/index.ts";
import {
  isStaffCommandName,
  staffCommandNames,
  transitions,
} from "../../lib/domain/complaint/transitions.ts";
import { groupDefinitions, ownCommands } from "../../lib/domain/groups/commands/index.ts";
import { memberCommands } from "../../lib/domain/groups/commands/members.ts";

/** docs/transitions.md: the transition table as a picture and as a list, written from the table itself. */
export function transitionDiagram(): string {
  const moves = staffCommandNames.flatMap((name) => {
    const { from, to } = transitions[name];
    return to === undefined
      ? []
      : from.filter((status) => status !== to).map((status) => ({ status, to, name }));
  });
  const arrows = new Map<string, string[]>();
  for (const { status, to, name } of moves) {
    const arrow = `${status} --> ${to}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), name]);
  }
  const lines = [...arrows].map(([arrow, names]) => `  ${arrow}: ${names.join(", ")}`);
  const rows = staffCommandNames.map((name) => {
    const { from, to, posts, secondTime, ofDepartment, rule } = staffCommands[name];
    const second = secondTime === undefined ? "" : `; the second time ${secondTime.join(", ")}`;
    const own = ofDepartment === true ? "; handlers and heads of the department that solves it only" : "";
    return `| \`${name}\` | ${from.join(", ")} | ${to ?? "–"} | ${posts.join(", ")}${second}${own} | ${rule.clause} | ${rule.zh}<br>${rule.en} |`;
  });
  const own = Object.values(commands)
    .filter(({ name }) => !isStaffCommandName(name))
    .map(({ name, rule }) => `| \`${name}\` | ${rule.clause} | ${rule.zh}<br>${rule.en} |`);
  return [
    "# 状态转换 Transitions of a complaint",
    "",
    "Written by `npm run rules` from the commands in `lib/domain/complaint/commands`, which also drive the check and the API's `allowed`.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    "  [*] --> registered",
    ...lines,
    "  closed --> [*]",
    "  withdrawn --> [*]",
    "  referred --> [*]",
    "```",
    "",
    "| command | from | to | posts | clause | rule |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    "What the system does by itself, in any state:",
    "",
    "| command | clause | rule |",
    "| --- | --- | --- |",
    ...own,
    "",
    ...groupTables(),
  ].join("\n");
}

/** The same of a group (docs/groups.md has its picture). */
function groupTables(): string[] {
  const rows = Object.entries({ ...ownCommands, ...memberCommands }).map(
    ([name, { from, to, posts, rule }]) =>
      `| \`${name}\` | ${from.join(", ")} | ${to ?? "–"} | ${posts.join(", ")} | ${rule.clause} | ${rule.zh}<br>${rule.en} |`,
  );
  const system = Object.values(groupDefinitions)
    .filter(({ name }) => !Object.hasOwn(ownCommands, name))
    .map(({ name, rule }) => `| \`${name}\` | ${rule.clause} | ${rule.zh}<br>${rule.en} |`);
  return [
    "## 群体 Groups",
    "",
    "From the commands in `lib/domain/groups/commands`. One that goes to the members is for whoever may give it to one of them: each",
    "member's own table, department and rules decide.",
    "",
    "| command | from | to, once every member is through | posts | clause | rule |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    "What the system does to a group:",
    "",
    "| command | clause | rule |",
    "| --- | --- | --- |",
    ...system,
    "",
  ];
}
