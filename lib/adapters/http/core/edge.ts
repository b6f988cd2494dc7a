import { isIP } from "node:net";
import { sameSecret } from "../../../app/documents/same-secret.ts";
import { EDGE_KEY_HEADER, VIEWER_ADDRESS_HEADER } from "../../../config/edge.ts";

/**
 * The network address of the caller: the one that the gateway saw, which behind CloudFront is CloudFront's. What is said of another is
 * believed only with the key, or anybody could choose an address and with it the own limits. `edgeKey`: "none" without CloudFront.
 */
export function callerAddress(
  seen: string,
  header: (name: string) => string | undefined,
  edgeKey: string | undefined,
): string {
  if (edgeKey === undefined || edgeKey === "none") return seen;
  const [key, told] = [header(EDGE_KEY_HEADER), header(VIEWER_ADDRESS_HEADER)];
  return key !== undefined && told !== undefined && sameSecret(edgeKey, key) && isIP(told) !== 0
    ? told
    : seen;
}
