/** The commands of a document, as somebody would type them: what stands between backticks, and lines of its shell blocks. */
export type Command =
  | { readonly kind: "npm"; readonly text: string; readonly script: string; readonly args: readonly string[] }
  | {
      readonly kind: "aws";
      readonly text: string;
      readonly service: string;
      readonly operation: string;
      readonly args: readonly string[];
    }
  | { readonly kind: "call"; readonly text: string; readonly method: string; readonly path: string };

/** Every command of a document, each once. */
export function commandsIn(markdown: string): readonly Command[] {
  const blocks = [...markdown.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, text = ""]) => text);
  const inline = [...markdown.replaceAll(/^```.*?^```$/gms, "").matchAll(/`([^`\n]+)`/g)].map(
    ([, text = ""]) => text,
  );
  const lines = blocks.flatMap((text) => text.replaceAll("\\\n", " ").split("\n"));
  const found = [...lines, ...inline].flatMap((line) => commandOf(line.trim()) ?? []);
  return [...new Map(found.map((command) => [command.text, command])).values()];
}

const verbs = ["GET", "POST", "PUT", "DELETE"];

function commandOf(line: string): Command | undefined {
  const inner = /\$\((npm run|aws) [^)]*\)/.exec(line)?.[0].slice(2, -1);
  const [first = "", second = "", third = "", ...rest] = words(inner ?? line);
  if (first === "npm" && second === "run") {
    const [script = "", ...args] = [third, ...rest].filter((word) => !/^(?:--silent|-s)$/.test(word));
    return { kind: "npm", text: line, script, args: args[0] === "--" ? args.slice(1) : args };
  }
  if (first === "aws" && second !== "")
    return { kind: "aws", text: line, service: second, operation: third, args: rest };
  if (verbs.includes(first) && second.startsWith("/"))
    return { kind: "call", text: line, method: first, path: second };
  return undefined;
}

/** As a shell splits it: quotes hold together, a comment and what follows a pipe are no part of it, variables set before it neither. */
function words(line: string): readonly string[] {
  const parts = [...line.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])+/g)].map(([part]) => part);
  const end = parts.findIndex((part) => ["#", "|", "&&", ";", "\\"].includes(part));
  const own = (end < 0 ? parts : parts.slice(0, end)).filter((part) => part !== "");
  const begin = own.findIndex((part) => !/^[A-Z_]+=/.test(part));
  return own.slice(Math.max(0, begin)).map((part) => part.replaceAll(/^["']|["']$/g, ""));
}
