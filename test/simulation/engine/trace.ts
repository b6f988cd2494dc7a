import { createHash } from "node:crypto";

/** Everything that happened, as a running SHA-256; the newest lines are kept to be shown. */
export class Trace {
  readonly #hash = createHash("sha256");
  readonly #kept: (readonly [number, string])[] = [];
  readonly #keep: number;
  lines = 0;

  constructor(keep = 400) {
    this.#keep = keep;
  }

  add(at: number, line: string, content?: Uint8Array | string): void {
    this.lines += 1;
    this.#hash.update(`${at} ${line}\n`);
    if (content !== undefined) this.#hash.update(content);
    if (this.#keep === 0) return;
    this.#kept.push([at, line]);
    if (this.#kept.length > 2 * this.#keep) this.#kept.splice(0, this.#keep);
  }

  /** The newest lines, oldest first. */
  tail(): readonly string[] {
    return this.#kept.slice(-this.#keep).map(([at, line]) => `${new Date(at).toISOString()} ${line}`);
  }

  digest(): string {
    return this.#hash.copy().digest("hex");
  }
}
