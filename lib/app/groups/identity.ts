import type { GroupIdentity } from "../../domain/groups/events.ts";
import { shortDigest } from "../documents/ids.ts";
import type { Crypto } from "../ports/crypto.ts";

/** 22 characters for one project and problem point: its groups are a series. */
export function groupSeries(crypto: Pick<Crypto, "digest">, projectId: string, code: string): string {
  return shortDigest(crypto, JSON.stringify(["group", projectId, code]));
}

/** `<series>.<ordinal>`, counted from 1: whoever wants the next one wants the same id, so only one can have it. */
export function groupIdentity(
  crypto: Pick<Crypto, "digest">,
  of: Pick<GroupIdentity, "projectId" | "timeZone" | "code" | "ordinal">,
): GroupIdentity {
  return { ...of, id: `${groupSeries(crypto, of.projectId, of.code)}.${of.ordinal}` };
}
