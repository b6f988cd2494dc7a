import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** Real milliseconds that a line waits at most for others: a write of its own costs an invocation a change of threads. */
const waits = 100;

/** One function's log file: JSON lines; lines that are no JSON are wrapped with the virtual instant. */
export class FunctionLog {
  readonly #file: WriteStream;
  readonly #now: () => number;
  #waiting = "";
  #timer: NodeJS.Timeout | undefined;

  constructor(directory: string, name: string, now: () => number) {
    mkdirSync(directory, { recursive: true });
    this.#file = createWriteStream(join(directory, `${name}.log`), { flags: "a" });
    this.#now = now;
  }

  /** Takes a worker's stdout or stderr until it ends. */
  follow(stream: Readable, source: "stdout" | "stderr"): void {
    createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) => {
      if (line.trim() !== "") this.#line(line, source);
    });
  }

  /** The runtime's own entry, like Lambda's platform events. */
  write(entry: Record<string, unknown>): void {
    this.#append(JSON.stringify({ time: this.#stamp(), ...entry }));
  }

  close(): Promise<void> {
    this.#flush();
    return new Promise((resolve) => this.#file.end(() => resolve()));
  }

  #stamp(): string {
    return new Date(this.#now()).toISOString();
  }

  #line(line: string, source: "stdout" | "stderr"): void {
    if (isJsonObject(line)) this.#append(line);
    else this.write({ source, message: line });
  }

  #append(line: string): void {
    this.#waiting += `${line}\n`;
    this.#timer ??= setTimeout(() => this.#flush(), waits);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting !== "") this.#file.write(this.#waiting);
    this.#waiting = "";
  }
}

function isJsonObject(line: string): boolean {
  if (!line.startsWith("{")) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
