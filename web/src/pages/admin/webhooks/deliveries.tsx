import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { wordsFor } from "../../../../../lib/domain/words/words.ts";
import { body } from "../../../api/client.ts";
import type { components } from "../../../api/schema.ts";
import { useApi } from "../../../app/services.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { At } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { CheckBox } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import type { Webhook } from "./subscription-dialog.tsx";
import { toldWords, words } from "./words.ts";

type Delivery = components["schemas"]["WebhookDelivery"];

/** What a system was told, newest first; failed ones are dead letters until somebody sends them again. */
export function Deliveries({ webhook: { id } }: { readonly webhook: Webhook }) {
  const say = useSay();
  const api = useApi();
  const [failedOnly, setFailedOnly] = useState(false);
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["webhooks", id, "deliveries"],
    initialPageParam: "",
    queryFn: ({ signal, pageParam }) =>
      body(
        api.GET("/webhooks/{id}/deliveries", {
          signal,
          params: { path: { id }, query: pageParam === "" ? {} : { cursor: pageParam } },
        }),
      ),
    getNextPageParam: ({ cursor }) => cursor,
  });
  const all = data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = failedOnly ? all.filter(({ state }) => state === "failed") : all;
  return (
    <>
      <CheckBox label={say(words.failedOnly)} checked={failedOnly} set={setFailedOnly} />
      {error !== null && <Trouble error={error} />}
      {data !== undefined && shown.length === 0 && <p>{say(words.noDeliveries)}</p>}
      <ul className="plain-list">
        {shown.map((delivery) => (
          <Line key={delivery.id} webhookId={id} delivery={delivery} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="plain" onClick={() => void fetchNextPage()}>
          {say(words.more)}
        </button>
      )}
    </>
  );
}

function Line({ webhookId, delivery }: { readonly webhookId: string; readonly delivery: Delivery }) {
  const say = useSay();
  const send = useSendBody();
  const { id, kind, state, attempt, plannedAt, answer, lastError, payload } = delivery;
  const again = useSaving(
    () =>
      send<Delivery>(
        "POST",
        `/webhooks/${encodeURIComponent(webhookId)}/deliveries/${encodeURIComponent(id)}/replay`,
        {},
      ),
    ["webhooks"],
  );
  const isOver = state === "delivered" || state === "failed";
  return (
    <li>
      <At instant={plannedAt} /> {say(wordsFor(toldWords, kind))} ·{" "}
      <span className={state === "failed" ? "late" : "good"}>{say(words[state])}</span> {answer ?? lastError}{" "}
      <small>
        {attempt} {say(words.attempts)}
      </small>
      <details>
        <summary>{say(words.payload)}</summary>
        <code className="secret">{payload}</code>
      </details>
      {again.error !== undefined && <Trouble error={again.error} />}
      {isOver && (
        <button
          type="button"
          className="plain"
          disabled={again.busy}
          aria-label={`${say(words.replay)} ${id}`}
          onClick={() => void again.run()}
        >
          {say(words.replay)}
        </button>
      )}
    </li>
  );
}
