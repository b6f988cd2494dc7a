import { staffCommandNames, transitions } from "../../lib/domain/complaint/transitions.ts";

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
    const { from, to, posts, secondTime, ofDepartment } = transitions[name];
    const second = secondTime === undefined ? "" : `; the second time ${secondTime.join(", ")}`;
    const own = ofDepartment === true ? "; handlers and heads of the department that solves it only" : "";
    return `| \`${name}\` | ${from.join(", ")} | ${to ?? "–"} | ${posts.join(", ")}${second}${own} |`;
  });
  return [
    "# 状态转换 Transitions of a complaint",
    "",
    "Written by `npm run rules` from `lib/domain/complaint/transitions.ts`, which also drives the check and the API's `allowed`.",
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
    "| command | from | to | posts |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
