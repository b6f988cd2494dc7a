import { unarchived } from "../../../lib/adapters/dynamodb/core/unarchived.ts";
import { type Archive } from "../../../lib/app/ports/archive.ts";
import { type SubmissionStore } from "../../../lib/app/ports/submissions.ts";
import { type Submission, submissionId } from "../../../lib/domain/submissions/submission.ts";
import { stored } from "./stored.ts";

/** Submissions with conditional writes. */
export class MemorySubmissions implements SubmissionStore {
  archive: Archive<Submission> = unarchived;
  whole = (document: Submission) => this.archive.whole(document);
  withTexts = (document: Submission) => this.archive.withTexts(document);
  without: Archive<Submission>["without"] = (...given) => this.archive.without(...given);
  readonly items = new Map<string, Submission>();
  onWrite: (id: string) => Promise<void> = async () => {};

  async load(month: string, projectId: string) {
    const found = this.items.get(submissionId({ month, projectId }));
    return found === undefined ? undefined : stored(found);
  }
  async insert(given: Submission) {
    const submission = await this.archive.fit(given);
    const exists = this.items.get(submissionId(submission));
    return exists === undefined ? this.#write(submission) : { exists: stored(exists) };
  }
  async replace(given: Submission, expectedRevision: number) {
    const submission = await this.archive.fit(given);
    // Nothing is awaited between the condition and the write: it is one step, as in the real store.
    const current = this.items.get(submissionId(submission));
    if (current === undefined) throw new Error("replaced a submission that does not exist");
    return current.revision === expectedRevision ? this.#write(submission) : { conflict: stored(current) };
  }
  async ofMonth(month: string) {
    return [...this.items.values()].filter((one) => one.month === month).map(stored);
  }
  async #write(submission: Submission) {
    this.items.set(submissionId(submission), stored(submission));
    await this.onWrite(submissionId(submission));
    return {};
  }
}
