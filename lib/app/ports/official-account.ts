/** The company's WeChat official account (公众号), as its console shows it. */
export interface OfficialAccount {
  readonly appId: string;
  readonly token: string;
  /** 43 characters; messages come encrypted. Absent: in plain text. */
  readonly aesKey?: string;
  /** The project that its followers complain about. */
  readonly projectId: string;
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
