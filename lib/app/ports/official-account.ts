/** The company's WeChat official account (公众号), as its console shows it. */
export interface OfficialAccount {
  readonly appId: string;
  readonly token: string;
  /** 43 characters; messages come encrypted. Absent: in plain text. */
  readonly aesKey?: string;
  /** What WeChat signed with before, while the console's token or key changes. */
  readonly former?: { readonly token: string; readonly aesKey?: string };
  /** The project that its followers complain about. */
  readonly projectId: string;
  /** Absent: WeChat can be asked nothing. */
  readonly secret?: string;
  /** Where a follower lets us know who it is (snsapi_base). */
  readonly authorizeUrl: string;
}

/** What WeChat is asked about followers; throws where it cannot be reached. */
export interface Followers {
  /** The openid behind a code of the menu; undefined for one that is spent, unknown or not ours. */
  openIdOf(code: string): Promise<string | undefined>;
  /** A picture or voice; undefined once WeChat has forgotten it. */
  file(mediaId: string): Promise<Uint8Array | undefined>;
}

/** What a follower sent. */
export interface FollowerMessage {
  /** The follower's name at this account; a personal value. */
  readonly openId: string;
  /** The same again is the same message. */
  readonly id: string;
  readonly kind: "text" | "picture" | "voice" | "location" | "hello" | "other";
  /** Words, those that WeChat has heard in a voice, or the name of a place. */
  readonly text?: string;
  /** Under which WeChat keeps the file for three days. */
  readonly mediaId?: string;
}
