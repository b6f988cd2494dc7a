import type { LookupAddress } from "node:dns";
import { lookup as systemLookup } from "node:dns/promises";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { AddressRefusedError } from "../../app/ports/webhooks.ts";
import { isPublicAddress } from "./public-address.ts";

export interface Outbound {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The whole exchange, in milliseconds. */
  readonly timeoutMs: number;
  /** More of the answer is not taken: the connection ends, and `tooLong` says so. */
  readonly maxBytes: number;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Uint8Array;
  readonly tooLong: boolean;
}

export interface Guard {
  /** The origin of the local cloud's own receivers; nowhere else is it set. */
  readonly localOrigin?: string;
  /** How names become addresses; tests bring their own. */
  readonly lookup?: (
    name: string,
  ) => Promise<readonly { readonly address: string; readonly family: number }[]>;
}

/**
 * Asks a system outside, and nothing but outside: https alone, no redirect is followed, and the connection is made to the
 * very address that was looked at, so that a name cannot lead elsewhere a moment later. Throws AddressRefusedError, or the
 * error of the connection.
 */
export function guardedRequest(outbound: Outbound, guard: Guard = {}): Promise<OutboundAnswer> {
  const url = URL.parse(outbound.url);
  if (url === null) return Promise.reject(new AddressRefusedError("no address"));
  const isLocal = guard.localOrigin !== undefined && url.origin === guard.localOrigin;
  const fault = isLocal ? undefined : faultOf(url);
  if (fault !== undefined) return Promise.reject(new AddressRefusedError(fault));
  const { lookup = (name) => systemLookup(name, { all: true, verbatim: true }) } = guard;
  const connection = isLocal ? {} : { lookup: publicOnly(lookup) };
  return new Promise((resolve, reject) => {
    const ask = isLocal && url.protocol === "http:" ? plainRequest : secureRequest;
    const asked = ask(
      url,
      {
        ...connection,
        method: outbound.method,
        headers: { ...outbound.headers, "user-agent": "jiesu", "accept-encoding": "identity" },
        // One connection a request: none is kept that was made to an address looked at long ago.
        agent: false,
        signal: AbortSignal.timeout(outbound.timeoutMs),
      },
      (answer) => void taken(answer, outbound.maxBytes).then(resolve, reject),
    );
    asked.on("error", reject);
    asked.end(outbound.body);
  });
}

function faultOf(url: URL): string | undefined {
  if (url.protocol !== "https:") return "not https";
  if (url.username !== "" || url.password !== "") return "credentials in the address";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A literal address is not looked up, so it is looked at here.
  return isIP(host) === 0 || isPublicAddress(host) ? undefined : "no public address";
}

/** A name that leads into a private network, with one of its addresses even, is refused. */
function publicOnly(find: NonNullable<Guard["lookup"]>): LookupFunction {
  return (name, options, callback) => {
    const answer = async () => {
      const [first, ...others] = await find(name);
      if (first === undefined || ![first, ...others].every(({ address }) => isPublicAddress(address)))
        throw new AddressRefusedError("no public address");
      return [first, ...others] as const;
    };
    // Beside the promise: what the caller does with its answer is none of the look-up's failures.
    const told = callbackOf(options.all === true, callback);
    void answer().then(told.found, told.failed);
  };
}

/** Tells Node's look-up what was found, in the shape it asked for. */
function callbackOf(all: boolean, callback: Parameters<LookupFunction>[2]) {
  return {
    found: (addresses: readonly [LookupAddress, ...LookupAddress[]]) => {
      const [first] = addresses;
      if (all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    },
    failed: (error: unknown) => callback(error instanceof Error ? error : new Error("not found"), "", 0),
  };
}

async function taken(answer: IncomingMessage, maxBytes: number): Promise<OutboundAnswer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer) {
    if (!(part instanceof Uint8Array)) continue;
    size += part.byteLength;
    if (size > maxBytes) break;
    parts.push(part);
  }
  const { statusCode: status = 0, headers } = answer;
  return { status, headers, body: Buffer.concat(parts), tooLong: size > maxBytes };
}
