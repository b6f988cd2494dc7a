import { defined, omit } from "../../../../lib/domain/present.ts";
import type { Entry, FileRef, Fixed, Seen, ServerRefusal, Upload } from "./entry.ts";

/** Pure changes to the actions of one complaint; the store carries each out in one go (see store.ts). */

type Entries = readonly Entry[];

function changed(entries: Entries, key: string, change: (entry: Entry) => Entry): Entries {
  return entries.map((entry) =>
    entry.key === key && entry.state.kind === "waiting" ? change(entry) : entry,
  );
}

export function uploaded(entries: Entries, key: string, fileKey: string, upload: Upload | undefined) {
  return changed(entries, key, (entry) => ({
    ...entry,
    files: entry.files.map((file) => (file.key === fileKey ? withUpload(file, upload) : file)),
  }));
}

function withUpload(file: FileRef, upload: Upload | undefined): FileRef {
  return { ...omit(file, "upload"), ...defined({ upload }) };
}

/** From here on it is sent like this and not otherwise; whoever fixed it first has fixed it. */
export function fixedAs(entries: Entries, key: string, fixed: Fixed) {
  return changed(entries, key, (entry) => (entry.fixed === undefined ? { ...entry, fixed } : entry));
}

/** The server has taken it: what was done on what it showed goes on from what it shows now. */
export function taken(
  entries: Entries,
  { key, seen }: Pick<Entry, "key" | "seen">,
  answer: { readonly version: number; readonly at: string },
): Entries {
  return entries.map((entry) => {
    if (entry.key === key) {
      const { fixed: _, ...rest } = entry;
      return { ...rest, state: { kind: "sent", at: answer.at, version: answer.version } };
    }
    return entry.state.kind === "sent" || entry.seen.version !== seen.version
      ? entry
      : { ...entry, seen: { ...entry.seen, version: answer.version } };
  });
}

/** It was not carried out, and is sent anew: with files brought again, or without its time. */
export function unfixed(entries: Entries, key: string, what: "files" | "time") {
  return changed(entries, key, ({ fixed, ...entry }) => {
    if (what === "files") return { ...entry, files: entry.files.map((file) => withUpload(file, undefined)) };
    return fixed === undefined ? entry : { ...entry, fixed: { attachments: fixed.attachments } };
  });
}

/** It still means what it meant: sent on what the complaint is now. */
export function seenAnew(entries: Entries, key: string, seen: Pick<Seen, "version" | "at">) {
  return changed(entries, key, (entry) => ({ ...entry, seen: { ...entry.seen, ...seen } }));
}

/** 需您决定: it waits, and what was done after it. */
export function refused(entries: Entries, key: string, refusal: ServerRefusal) {
  return changed(entries, key, (entry) => ({
    ...omit(entry, "fixed"),
    state: { kind: "decide", refusal },
  }));
}

/** The person wants it all the same, on what the complaint is now. */
export function wanted(entries: Entries, key: string, seen: Seen): Entries {
  return entries.map((entry) =>
    entry.key === key && entry.state.kind === "decide"
      ? { ...entry, seen, state: { kind: "waiting" } }
      : entry,
  );
}

/** The work is kept on record where the command itself has become impossible: another request, so another key. */
export function asNote(
  entries: Entries,
  key: string,
  note: Pick<Entry, "key" | "seen"> & { readonly text: string },
) {
  return entries.map((entry): Entry => {
    if (entry.key !== key || entry.state.kind !== "decide") return entry;
    return {
      ...entry,
      key: note.key,
      seen: note.seen,
      command: "note",
      values: { text: note.text },
      files: entry.files.map((file) => withUpload(file, undefined)),
      state: { kind: "waiting" },
    };
  });
}

/** The person gives it up; what has been sent stays. */
export function givenUp(entries: Entries, key: string): Entries {
  return entries.filter((entry) => entry.key !== key || entry.state.kind !== "decide");
}
