/** The kinds of document that follow the protocol: one item, one conditional write, an outbox and a timer. */
export const documentKinds = ["complaint", "group", "emergency", "submission"] as const;
export type DocumentKindName = (typeof documentKinds)[number];

/** Which document a message or an alarm is about. */
export interface DocumentRef {
  readonly kind: DocumentKindName;
  readonly id: string;
}
