import { bytesOf } from "../../lib/domain/document/archive.ts";
import { UsageError } from "../usage-error.ts";
import type { OperatorStore } from "./store.ts";

type Stores = Pick<OperatorStore, "complaints" | "groups" | "emergencies" | "submissions">;

/** The document of a number, or of a place as logs write it (`complaint/…`, `group/…`). Throws UsageError where none is. */
export async function documentAt(stores: Stores, typed: string): Promise<object> {
  const found = typed.includes("/") ? await byPlace(stores, typed) : await byNumber(stores, typed);
  if (found === undefined) throw new UsageError(`没有这份单据 · no such document: ${typed}`);
  return found;
}

async function byNumber({ complaints }: Stores, number: string): Promise<object | undefined> {
  const id = await complaints.idByNumber(number);
  return id === undefined ? undefined : complaints.load(id);
}

function byPlace(stores: Stores, place: string): Promise<object | undefined> {
  const [kind = "", id = "", more = ""] = place.split("/");
  switch (kind) {
    case "complaint":
      return stores.complaints.load(id);
    case "group":
      return stores.groups.load(id);
    case "emergency":
      return stores.emergencies.load(id);
    case "submission":
      return stores.submissions.load(id, more);
    default:
      throw new UsageError(
        `位置的前缀只能是 complaint、group、emergency、submission · a place begins with one of these: ${place}`,
      );
  }
}

/** What takes how much room in a document, the largest first: bytes (UTF-8, JSON), and how many of what. No value of anybody. */
export function partsOf(document: object): readonly string[] {
  const parts = Object.entries(document)
    .map(([part, value]) => ({ part, value, bytes: bytesOf(value) }))
    .toSorted((a, b) => b.bytes - a.bytes);
  return [
    `${String(bytesOf(document)).padStart(8)}  合计 in all`,
    ...parts.map(({ part, value, bytes }) => `${String(bytes).padStart(8)}  ${part}${amount(value)}`),
  ];
}

function amount(value: unknown): string {
  if (!Array.isArray(value)) return "";
  const names = new Map<string, number>();
  for (const name of value.flatMap(nameOf)) names.set(name, (names.get(name) ?? 0) + 1);
  const each = [...names].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
  return `: ${value.length}${each.length === 0 ? "" : ` (${each.join(", ")})`}`;
}

/** By what a clock or an event is called. */
function nameOf(one: unknown): readonly string[] {
  if (typeof one !== "object" || one === null) return [];
  const called = "name" in one ? one.name : "fact" in one ? typeOf(one.fact) : undefined;
  return typeof called === "string" ? [called] : [];
}

function typeOf(fact: unknown): unknown {
  return typeof fact === "object" && fact !== null && "type" in fact ? fact.type : undefined;
}
