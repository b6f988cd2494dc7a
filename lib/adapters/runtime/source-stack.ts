import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";

/** Where a frame of a stack is: the module's address, its line and column, both from 1. */
const place = /(file:\/\/[^\s()]+):(\d+):(\d+)/g;

/** Read with the first error that needs them, and kept: where one event fails, the next ones do too. */
const maps = new Map<string, SourceMap | undefined>();

/**
 * A stack whose places are those of the source, where a map lies beside the module; other frames stay as they are.
 * Maps are read when an error is told of. Node's own way reads them with every module: a seventh of a start.
 */
export function sourceStack(stack: string): string {
  return stack.replace(place, (frame, address: string, line: string, column: string) => {
    if (!maps.has(address)) maps.set(address, mapBeside(fileURLToPath(address)));
    const origin = maps.get(address)?.findOrigin(Number(line), Number(column));
    if (origin === undefined || !("fileName" in origin)) return frame;
    return `${origin.fileName.replace(/^(\.\.\/)+/, "")}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function mapBeside(file: string): SourceMap | undefined {
  const map = `${file}.map`;
  return existsSync(map) ? new SourceMap(JSON.parse(readFileSync(map, "utf8"))) : undefined;
}
