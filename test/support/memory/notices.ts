import { type ItemRef } from "../../../lib/app/ports/alarms.ts";
import { type NoticeStore } from "../../../lib/app/ports/notices.ts";
import { type PageRequest } from "../../../lib/app/ports/page.ts";
import { type Notice } from "../../../lib/domain/notices/notice.ts";
import { keyOf } from "./alarms.ts";
import { paged, stored } from "./stored.ts";

export class MemoryNotices implements NoticeStore {
  readonly items = new Map<string, Notice>();
  readonly bundles = new Map<string, ItemRef[]>();

  refOf({ subject, key }: Pick<Notice, "subject" | "key">): ItemRef {
    const pk =
      "month" in subject
        ? `report#${subject.month}`
        : `${subject.kind}#${"id" in subject ? subject.id : "runId" in subject ? subject.runId : subject.projectId}`;
    return { pk, sk: `notice#${key}` };
  }
  async plan(notice: Notice) {
    const ref = keyOf(this.refOf(notice));
    if (notice.bundle !== undefined) {
      const known = this.bundles.get(notice.bundle) ?? [];
      this.bundles.set(notice.bundle, [...known, this.refOf(notice)]);
    }
    if (!this.items.has(ref)) this.items.set(ref, stored(notice));
  }
  async inBundle(bundle: string, page: PageRequest) {
    const refs = new Map((this.bundles.get(bundle) ?? []).map((ref) => [keyOf(ref), ref]));
    const inOrder = [...refs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ref]) => ref);
    return paged(inOrder, page);
  }
  async load(ref: ItemRef) {
    return this.items.get(keyOf(ref));
  }
  async replace(before: Notice, after: Notice) {
    const ref = keyOf(this.refOf(before));
    const current = this.items.get(ref);
    if (current?.attempt !== before.attempt || current.status.state !== before.status.state) return false;
    this.items.set(ref, stored(after));
    return true;
  }
  async failed(page: PageRequest) {
    const failed = this.all().filter(({ status }) => status.state === "failed");
    return paged(failed.map((notice) => this.refOf(notice)).reverse(), page);
  }
  async ofComplaint(id: string) {
    return this.all().filter(({ subject }) => subject.kind === "complaint" && subject.id === id);
  }
  all(): Notice[] {
    return [...this.items.values()];
  }
}
