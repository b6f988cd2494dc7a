const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
};

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** One element with text, or with elements already written. */
export function element(name: string, content: string | number | boolean | readonly string[]): string {
  const inner =
    typeof content === "object"
      ? content.join("")
      : String(content).replaceAll(/[&<>"\r\n]/g, (c) => entities[c] ?? c);
  return `<${name}>${inner}</${name}>`;
}
