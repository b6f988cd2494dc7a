import { appendFileSync, existsSync, readFileSync, truncateSync } from "node:fs";
import * as z from "zod";

const headSchema = z.strictObject({ seed: z.int(), complaints: z.int(), firstDay: z.int().min(1).max(31) });
const lineSchema = z.strictObject({
  done: z.int(),
  ids: z.record(z.string(), z.string()).exactOptional(),
});

export type JournalHead = z.infer<typeof headSchema>;

/**
 * What the demo has done, one line per answered action, so that `--resume` goes on where a killed demo stopped. Only
 * the player's memory: every action may be repeated, so a line that is missing does no harm.
 */
export class Journal {
  readonly #file: string;
  readonly #done = new Set<number>();
  readonly ids = new Map<string, string>();
  readonly head: JournalHead;

  private constructor(file: string, head: JournalHead) {
    this.#file = file;
    this.head = head;
  }

  /** Begins a new journal. */
  static begin(file: string, head: JournalHead): Journal {
    appendFileSync(file, `${JSON.stringify(head)}\n`, { flag: "w" });
    return new Journal(file, head);
  }

  /** Reads the journal of an earlier demo; undefined when there is none. A half-written last line is dropped. */
  static read(file: string): Journal | undefined {
    if (!existsSync(file)) return undefined;
    const text = readFileSync(file, "utf8");
    const [head, ...lines] = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
    if (head === undefined || head === "") return undefined;
    const journal = new Journal(file, headSchema.parse(JSON.parse(head)));
    for (const line of lines.filter((one) => one !== "")) {
      const { done, ids = {} } = lineSchema.parse(JSON.parse(line));
      journal.#remember(done, ids);
    }
    truncateSync(file, Buffer.byteLength(text.slice(0, text.lastIndexOf("\n") + 1)));
    return journal;
  }

  isDone(action: number): boolean {
    return this.#done.has(action);
  }

  record(action: number, ids: Readonly<Record<string, string>> = {}): void {
    this.#remember(action, ids);
    const line = Object.keys(ids).length === 0 ? { done: action } : { done: action, ids };
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  #remember(action: number, ids: Readonly<Record<string, string>>): void {
    this.#done.add(action);
    for (const [key, id] of Object.entries(ids)) this.ids.set(key, id);
  }
}
