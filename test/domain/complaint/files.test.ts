import { describe, expect, test } from "vitest";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import type { StoredFile } from "../../../lib/domain/complaint/events.ts";
import { filesOf } from "../../../lib/domain/complaint/files.ts";
import { draft, filesStored } from "../../../lib/domain/complaint/rules/drafts.ts";
import { factsSince, toldSince } from "../../support/acts.ts";
import { after, at, contextAt, later, personal, plain, registered } from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const now = later(received, 1);
const mail = { by: { kind: "channel", id: "mail" } } as const;
const photo: StoredFile = { id: "a1", contentType: "image/jpeg", size: 10 };
const video: StoredFile = { id: "b2", contentType: "video/mp4", size: 99, left: "too-large" };
const note: StoredFile = { id: "c3", contentType: "text/plain", size: 3 };

function attached(files: readonly StoredFile[], names: Record<string, string>) {
  const values = Object.entries(names).map(([id, name]) => [`name.${id}`, personal(name)]);
  const before = registered(received);
  const command = { type: "attach", files, personal: Object.fromEntries(values) } as const;
  return { before, done: after(before, command, now, mail) };
}

describe("files under a complaint (D13: letters and records are kept)", () => {
  test("they lie under it with their names; what stayed in the raw mail is not among them", () => {
    const { before, done } = attached([photo, video, note], { a1: "漏水.jpg", b2: "过程.mp4" });
    expect(factsSince(before, done)).toEqual([{ type: "attachmentsStored", files: [photo, video, note] }]);
    expect(toldSince(before, done)).toEqual({ "name.a1": "漏水.jpg", "name.b2": "过程.mp4" });
    expect(filesOf(done)).toEqual([{ ...photo, name: "漏水.jpg" }, note]);
    expect(filesOf(before)).toEqual([]);
  });

  test("a file that comes twice is one file; its first name stays until it is erased", () => {
    const { done } = attached([photo], { a1: "漏水.jpg" });
    const again = after(
      done,
      { type: "attach", files: [photo, note], personal: { "name.a1": personal("又一次.jpg") } },
      later(now, 1),
      mail,
    );
    expect(filesOf(again)).toEqual([{ ...photo, name: "漏水.jpg" }, note]);
    const seq = done.events.length;
    const erased = after(again, { type: "erase", fields: [`${seq}.name.a1`] }, later(now, 2), mail);
    expect(filesOf(erased)[0]).toEqual(photo);
  });

  test("storing files is no decision that people lock on, whoever brings them", () => {
    const before = registered(received);
    expect(after(before, { type: "attach", files: [photo], personal: {} }, now).version).toBe(before.version);
  });

  test("no files, no event", () => {
    const values = { "name.a1": personal("漏水.jpg") };
    expect(filesStored({ files: [], personal: values }, now)).toEqual([]);
    expect(filesStored({ files: [photo], personal: values }, now)).toEqual([
      { fact: { type: "attachmentsStored", files: [photo] }, occurredAt: now, personal: values },
    ]);
  });

  test("an event with nothing told beside it has no place for it", () => {
    const bare = draft({ type: "urged" }, now, { text: undefined });
    expect(Object.keys(bare)).toEqual(["fact", "occurredAt"]);
  });
});

describe("personal values are erased", () => {
  const texts = () => {
    const once = after(registered(received), plain.note(), now);
    return after(once, plain.urge(), later(now, 1));
  };

  test("one field of every event, one value, or all; in the order of their names", () => {
    const complaint = after(texts(), { type: "urge", text: personal("快点") }, later(now, 2));
    const refs = (...fields: readonly string[]) => {
      const decision = decide(complaint, { type: "erase", fields }, contextAt(later(now, 3), mail));
      const [first] = "drafts" in decision ? decision.drafts : [];
      return first?.fact.type === "erased" ? first.fact.refs : [];
    };
    const told = Object.keys(complaint.personal).sort();
    const noted = told.filter((ref) => ref.endsWith(".text"));
    expect(noted).toHaveLength(2);
    expect(refs("text")).toEqual(noted);
    expect(refs(noted[1] ?? "")).toEqual([noted[1]]);
    expect(refs("1.phone", "text")).toEqual(["1.phone", ...noted].sort());
    expect(refs()).toEqual(told);
    expect(refs("1")).toEqual([]);
    expect(refs("none")).toEqual([]);
  });

  test("the rest stays; what is gone is not erased again", () => {
    const before = texts();
    const erased = after(before, { type: "erase", fields: ["phone"] }, later(now, 3), mail);
    expect(Object.keys(before.personal).filter((ref) => !(ref in erased.personal))).toEqual(["1.phone"]);
    expect(after(erased, { type: "erase", fields: ["phone"] }, later(now, 4), mail)).toBe(erased);
  });
});
