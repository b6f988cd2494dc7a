/** A follower of an official account as the address of a message: `<account>:<openid>`. */
export const followerAddress = {
  /** From the facts of the channel that stand with a complaint (JSON); undefined where they name no follower. */
  in(channelData: string | undefined): string | undefined {
    if (channelData === undefined) return undefined;
    const facts: unknown = JSON.parse(channelData);
    if (typeof facts !== "object" || facts === null || !("openId" in facts) || !("appId" in facts))
      return undefined;
    const { openId, appId } = facts;
    return typeof openId === "string" && typeof appId === "string" ? `${appId}:${openId}` : undefined;
  },

  /** The openid, if the address is one of this account's. */
  openIdAt(address: string, appId: string): string | undefined {
    return address.startsWith(`${appId}:`) ? address.slice(appId.length + 1) : undefined;
  },
} as const;
