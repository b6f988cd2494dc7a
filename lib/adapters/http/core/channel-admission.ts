import { BlockList, isIPv6 } from "node:net";
import { isSigned, noteUse, tooManyRequests } from "../../../app/organisation/channel-access.ts";
import type { Ports } from "../../../app/ports/index.ts";
import type { ChannelSystem } from "../../../domain/organisation/channel-system.ts";
import { RefusedRequest } from "./refusal.ts";
import type { ApiRequest } from "./request.ts";

export type AdmissionPorts = Pick<Ports, "clock" | "crypto" | "channelSystems" | "counters" | "telemetry">;

/**
 * Holds a request to what its system has agreed to beside the key: where from, signed, how often; and writes down that
 * the key is used. Throws address-not-allowed (403), bad-signature (401), too-many-requests (429).
 */
export async function admit(
  ports: AdmissionPorts,
  { addresses, signed, perMinute }: ChannelSystem,
  key: string,
  http: ApiRequest,
): Promise<void> {
  if (addresses !== undefined && !isAmong(addresses, http.sourceIp))
    throw new RefusedRequest("address-not-allowed", { values: { address: http.sourceIp } });
  if (signed === true && !isSigned(ports, key, signedRequest(http)))
    throw new RefusedRequest("bad-signature");
  if (perMinute !== undefined && (await tooManyRequests(ports, key, perMinute)))
    throw new RefusedRequest("too-many-requests", { values: { limit: String(perMinute) } });
  await noteUse(ports, key);
}

function signedRequest(http: ApiRequest) {
  return {
    method: http.method,
    path: http.path,
    body: http.text(),
    timestamp: http.header("x-timestamp"),
    signature: http.header("x-signature"),
  };
}

/** True if an address is one of these, or in one of these ranges; an IPv4 address may come dressed as IPv6. */
export function isAmong(addresses: readonly string[], address: string): boolean {
  const list = new BlockList();
  for (const entry of addresses) {
    const [network = "", prefix] = entry.split("/");
    if (prefix === undefined) list.addAddress(network, family(network));
    else list.addSubnet(network, Number(prefix), family(network));
  }
  return list.check(address, family(address));
}

function family(address: string): "ipv4" | "ipv6" {
  return isIPv6(address) ? "ipv6" : "ipv4";
}
