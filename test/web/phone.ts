import { plusSeconds } from "../../lib/domain/time/instant.ts";
import type { Answer, Time, Wire } from "../../web/src/m/outbox/drain.ts";
import type { Entry, FileRef, NewEntry, Upload } from "../../web/src/m/outbox/entry.ts";
import type { OutboxStore } from "../../web/src/m/outbox/store.ts";
import type { Apis } from "../adapters/http/support.ts";
import { people } from "../support/organisation.ts";

/** The page is gone in the middle of whatever it was doing. */
export class Killed extends Error {}
/** Nothing came back. */
export class Unreachable extends Error {}

/** What befalls each step, one after the other; when they are used up nothing befalls any more. */
export type Fate =
  | "well"
  | "kill-before"
  | "kill-after"
  | "lost-before"
  | "lost-after"
  | "lost-for-a-day"
  | "no-signal-for-a-day"
  | "broken"
  | "later-again";

/** A store on a phone's disk: what is in it survives the page; each call happens wholly or not at all. */
export function diskStore(fate: () => Fate) {
  const disk = { entries: new Map<string, Entry>(), bytes: new Map<string, ArrayBuffer>() };
  const inOrder = () => [...disk.entries.values()].toSorted((a, b) => a.order - b.order);
  const once = <T>(act: () => T): T => {
    const befalls = fate();
    if (befalls === "kill-before") throw new Killed();
    const result = act();
    if (befalls === "kill-after") throw new Killed();
    return structuredClone(result);
  };
  const store: OutboxStore = {
    entries: async (personId) => once(() => inOrder().filter((entry) => entry.personId === personId)),
    add: async (entry: NewEntry, bytes) =>
      once(() => {
        const order = Math.max(0, ...inOrder().map((one) => one.order)) + 1;
        const kept: Entry = { ...entry, order, state: { kind: "waiting" } };
        disk.entries.set(entry.key, kept);
        for (const [key, content] of bytes) disk.bytes.set(key, content);
        return kept;
      }),
    change: async ({ personId, complaintId }, change) =>
      once(() => {
        const before = inOrder().filter(
          (entry) => entry.personId === personId && entry.complaintId === complaintId,
        );
        const after = change(before);
        for (const { key } of before) disk.entries.delete(key);
        for (const entry of after) disk.entries.set(entry.key, entry);
        const needed = new Set(
          inOrder().flatMap(({ state, files }) => (state.kind === "sent" ? [] : files.map(({ key }) => key))),
        );
        for (const key of disk.bytes.keys()) if (!needed.has(key)) disk.bytes.delete(key);
        return after;
      }),
    bytes: async (key) => once(() => disk.bytes.get(key)),
  };
  return { store, disk };
}

/** The real API in memory, behind a network that loses requests and answers, and brings some a second time. */
export function badNetwork(api: Apis, fate: () => Fate) {
  const headers = { authorization: `Bearer token-${people.handler.id}` };
  const late: (() => Promise<unknown>)[] = [];
  // What the API answers is looked into freely here, as the HTTP tests do.
  // oxlint-disable-next-line typescript/no-explicit-any
  const over = async <T>(ask: () => Promise<{ status: number; json: any }>): Promise<Answer<T>> => {
    const befalls = fate();
    if (befalls === "kill-before") throw new Killed();
    if (befalls === "no-signal-for-a-day") api.clock.advance(25 * 3600);
    if (befalls === "lost-before" || befalls === "no-signal-for-a-day") throw new Unreachable();
    if (befalls === "broken") return refusal(503, { code: "gateway" });
    const { status, json } = await ask();
    if (befalls === "kill-after") throw new Killed();
    if (befalls === "lost-for-a-day") api.clock.advance(25 * 3600);
    if (befalls === "lost-after" || befalls === "lost-for-a-day") throw new Unreachable();
    if (befalls === "later-again") late.push(ask);
    const at = api.clock.text();
    return status < 400 ? { ok: true, value: json, at } : refusal(status, json);
  };
  const wire: Wire = {
    announce: (file) =>
      over(() =>
        api.staff("POST /uploads", {
          headers,
          body: { fileName: file.name, contentType: file.type, size: file.size },
        }),
      ),
    put: (file: FileRef & { readonly upload?: Upload }, bytes) =>
      over(async () => {
        await api.attachments.put(`uploads/${file.upload?.id}`, new Uint8Array(bytes));
        return { status: 200, json: undefined };
      }),
    command: ({ complaintId, command, key }, body) =>
      over(() =>
        api.staff(`POST /complaints/${complaintId}/commands/${command}`, {
          headers: { ...headers, "idempotency-key": key },
          body,
        }),
      ),
    complaint: (id) => over(() => api.staff(`GET /complaints/${id}`, { headers })),
    history: (id) => over(() => api.staff(`GET /complaints/${id}/history`, { headers })),
  };
  /** Requests that were taken, and come a second time. */
  const echo = async () => {
    for (const ask of late.splice(0)) await ask();
  };
  return { wire, echo };
}

function refusal(status: number, json: { code: string; detail?: string }): Answer<never> {
  return { ok: false, refusal: { status, code: json.code, detail: json.detail ?? "" } };
}

/** A phone whose clock is wrong by so many seconds. */
export function wrongClock(api: Apis, aheadSeconds: number): () => Time {
  return () => ({
    deviceMs: Date.parse(plusSeconds(api.clock.text(), aheadSeconds)),
    skewMs: -aheadSeconds * 1000,
  });
}
