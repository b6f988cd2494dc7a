import type { Attributes } from "../services/dynamodb/values.ts";
import type { Say } from "./known.ts";
import type { Json } from "./naive.ts";

const told = /^(C#|GROUP-NOTICES#|E#)/;

/**
 * What reached nobody goes on: by the same person's next way, or to the next higher post; above headquarters there is nobody.
 * `notices`: the sort keys of each partition.
 */
export function checkOnward(
  pk: string,
  sk: string,
  item: Attributes,
  notices: ReadonlyMap<string, readonly string[]>,
  say: Say,
): void {
  const { recipient, status, template } = (item["notice"] as Json).M;
  const { state, reason } = status.M;
  if (!told.test(pk) || state.S !== "failed" || recipient.M.kind.S !== "person") return;
  if (reason.S === "restored" || template.S === "statement-request") return;
  if (recipient.M.post.S === "headquarters") return;
  const head = sk.split("#").slice(0, -2).join("#");
  const goesOn = (notices.get(pk) ?? []).some((one) => one !== sk && one.startsWith(`${head}#`));
  if (!goesOn) say("what-reached-nobody-goes-on", `${pk} ${sk}: ${reason.S}`);
}
