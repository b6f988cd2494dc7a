type Paragraph = { depth: string; text: string };

/** Undoes format=flowed (RFC 3676): soft-broken lines are joined, quote depth and the signature line respected. */
export function unflow(text: string, deleteSpace: boolean): string {
  const done: Paragraph[] = [];
  let pieces: string[] = [];
  let depth = "";
  const close = (): void => {
    if (pieces.length > 0) done.push({ depth, text: pieces.join("") });
    pieces = [];
  };
  for (const line of text.split("\n")) {
    const ownDepth = /^>*/.exec(line)?.[0] ?? "";
    const content = line.slice(ownDepth.length).replace(/^ /, "");
    const isSignature = content === "-- ";
    if (ownDepth !== depth || isSignature) close();
    depth = ownDepth;
    const isSoft = content.endsWith(" ") && !isSignature;
    pieces.push(isSoft && deleteSpace ? content.slice(0, -1) : content);
    if (!isSoft) close();
  }
  close();
  return done
    .map((paragraph) => (paragraph.depth === "" ? "" : `${paragraph.depth} `) + paragraph.text)
    .join("\n");
}
