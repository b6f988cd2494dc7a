import { BlockList, isIP } from "node:net";

/** Networks that lead to ourselves, to the cloud's own services, or nowhere (IANA special-purpose registries). */
const reserved = {
  ipv4: [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.31.196.0/24",
    "192.52.193.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "192.175.48.0/24",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
  ],
  /** Of IPv6 only global unicast is public, and of that not what carries IPv4 addresses or stands in documents. */
  ipv6: ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"],
} as const;

const privateFour = blocking("ipv4", reserved.ipv4);
const privateSix = blocking("ipv6", reserved.ipv6);
const globalSix = blocking("ipv6", ["2000::/3"]);

function blocking(family: "ipv4" | "ipv6", networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", prefix] = network.split("/");
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** True for an address of the public internet; false for everything else, names included. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !privateFour.check(address, "ipv4");
    case 6:
      return globalSix.check(address, "ipv6") && !privateSix.check(address, "ipv6");
    default:
      return false;
  }
}
