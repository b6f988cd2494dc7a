import type { SentMail } from "../../../infra/local/contract.ts";
import type { Attributes } from "../services/dynamodb/values.ts";
import type { Say } from "./known.ts";
import type { Json } from "./naive.ts";

/** Somebody who has to hear of an event: the beginning of the sort key of the notice that tells them. */
export interface Told {
  readonly pk: string;
  readonly sort: string;
}

/** Who must hear of an event, by what the event itself says. */
export function toldOf(pk: string, { seq, fact }: Json): Told[] {
  const isGroup = pk.startsWith("G#");
  const partition = (id: string) => (isGroup ? `GROUP-NOTICES#${id}` : pk);
  const id = isGroup ? pk.slice(2) : pk;
  const recipients: { personId: string }[] = fact.recipients ?? [];
  return recipients.flatMap(({ personId }) => {
    if (fact.type === "rungDecided") {
      const key = fact.key === undefined ? "" : `#${fact.key}`;
      const sort = `NOTICE#${fact.name}#${fact.cycle}${key}#${fact.rung}#${personId}#`;
      return [{ pk: partition(id), sort }];
    }
    return isGroup
      ? []
      : [
          {
            pk,
            sort: `NOTICE#${fact.type === "hinted" ? "possible-danger" : "handling"}#${seq}#${personId}#`,
          },
        ];
  });
}

/** Everybody who had to hear has a notice. `notices`: sort keys by partition. */
export function checkTold(
  told: readonly Told[],
  notices: ReadonlyMap<string, readonly string[]>,
  say: Say,
): void {
  for (const { pk, sort } of told) {
    if (!(notices.get(pk) ?? []).some((one) => one.startsWith(sort)))
      say("who-must-hear-is-written-to", `${pk} ${sort}`);
  }
}

/** How often each notice went out, by its complaint and key: mails name their notices in References. */
export function sentOf(mails: readonly SentMail[]): Map<string, number> {
  const sent = new Map<string, number>();
  for (const { raw } of mails) {
    const head = raw.slice(0, raw.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]/g, " ");
    const names = new Set([...head.matchAll(/<n\.([\w-]{8,})\.[\w-]{22}@/g)].map(([, name]) => name ?? ""));
    for (const name of names) {
      const parts = Buffer.from(name, "base64url").toString("utf8").split("\n");
      const [pk, key] = ["group", "emergency", "submission"].includes(parts[0] ?? "")
        ? [`${parts[0]} ${parts[1]}`, parts[3]]
        : [`C#${parts[0]}`, parts[2]];
      const ref = `${pk} NOTICE#${key}`;
      sent.set(ref, (sent.get(ref) ?? 0) + 1);
    }
  }
  return sent;
}

/** What is said to have gone out has gone, and no oftener than is said: a second time only where it is counted. */
export function checkSent(
  ref: string,
  item: Attributes,
  sent: ReadonlyMap<string, number>,
  ids: ReadonlySet<string>,
  say: Say,
): void {
  const notice = (item["notice"] as Json).M;
  const { state, providerId } = notice.status.M;
  if (state.S === "handedOver" && !ids.has(providerId.S))
    say("what-is-sent-was-sent", `${ref}: ${providerId.S}`);
  const times = sent.get(ref) ?? 0;
  const counted = 1 + Number(notice.possibleDuplicates.N);
  if (times > counted)
    say("sent-once-or-counted", `${ref}: ${times} mails, ${counted - 1} possible duplicates`);
}

/** What came back is known not to have reached anybody. */
export function checkReturned(ref: string, item: Attributes, returned: ReadonlySet<string>, say: Say): void {
  const { state } = (item["notice"] as Json).M.status.M;
  if (returned.has(ref) && state.S !== "failed") say("what-came-back-is-known", `${ref}: ${state.S}`);
}
