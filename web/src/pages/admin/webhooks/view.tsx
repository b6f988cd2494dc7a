import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { wordsFor } from "../../../../../lib/domain/words/words.ts";
import { body } from "../../../api/client.ts";
import { useApi } from "../../../app/services.ts";
import { useProjects } from "../../../parts/directory.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { useSay } from "../../../words/words.ts";
import { Secret } from "../channel-keys/secret.tsx";
import { AdminPage } from "../parts/frame.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { Deliveries } from "./deliveries.tsx";
import { type Changed, SubscriptionDialog, type Webhook } from "./subscription-dialog.tsx";
import { kindWords, words } from "./words.ts";

type Shown = { readonly system: string; readonly secret: string };

/** Systems outside that want to know: what they are told of, and what became of it. */
export function Page() {
  const say = useSay();
  const api = useApi();
  const [open, setOpen] = useState<{ readonly webhook?: Webhook }>();
  const [secret, setSecret] = useState<Shown>();
  const { data, error } = useQuery({
    queryKey: ["webhooks"],
    queryFn: async ({ signal }) => (await body(api.GET("/webhooks", { signal }))).items,
  });
  return (
    <AdminPage path="/admin/webhooks">
      <div className="tools">
        <button type="button" onClick={() => setOpen({})}>
          ＋ {say(words.new)}
        </button>
      </div>
      {error !== null && <Trouble error={error} />}
      {secret !== undefined && <Secret {...secret} onSeen={() => setSecret(undefined)} />}
      {data?.length === 0 && <p className="panel">{say(words.none)}</p>}
      {data?.map((webhook) => (
        <WebhookPanel
          key={webhook.id}
          webhook={webhook}
          onSecret={setSecret}
          onChange={() => setOpen({ webhook })}
        />
      ))}
      {open !== undefined && (
        <SubscriptionDialog webhook={open.webhook} onSecret={setSecret} onClose={() => setOpen(undefined)} />
      )}
    </AdminPage>
  );
}

interface PanelProps {
  readonly webhook: Webhook;
  readonly onSecret: (shown: Shown) => void;
  readonly onChange: () => void;
}

function WebhookPanel({ webhook, onSecret, onChange }: PanelProps) {
  const say = useSay();
  const send = useSendBody();
  const [looking, setLooking] = useState(false);
  const { data: projects = [] } = useProjects();
  const names = webhook.projectIds?.map((id) => projects.find((project) => project.id === id)?.name ?? id);
  const path = `/webhooks/${encodeURIComponent(webhook.id)}`;
  const trial = useSaving(async () => {
    await send("POST", `${path}/ping`, {});
    setLooking(true);
  }, ["webhooks"]);
  const rotation = useSaving(async () => {
    const { name, secret } = await send<Changed>("POST", `${path}/secret`, { version: webhook.version });
    if (secret !== undefined) onSecret({ system: name, secret });
  }, ["webhooks"]);
  const error = trial.error ?? rotation.error;
  return (
    <section className="panel" aria-label={webhook.name}>
      <h2>
        {webhook.name} <small>{webhook.id}</small>{" "}
        {webhook.paused === true && <span className="late">{say(words.paused)}</span>}
      </h2>
      <dl className="facts">
        <dt>{say(words.url)}</dt>
        <dd>{webhook.url}</dd>
        <dt>{say(words.kinds)}</dt>
        <dd>{webhook.kinds.map((kind) => say(wordsFor(kindWords, kind))).join("、")}</dd>
        <dt>{say(words.projects)}</dt>
        <dd>{names?.join("、") ?? say(words.every)}</dd>
      </dl>
      {error !== undefined && <Trouble error={error} />}
      <div className="row-buttons">
        <button type="button" onClick={onChange}>
          {say(words.change)}
        </button>
        <button type="button" className="plain" disabled={trial.busy} onClick={() => void trial.run()}>
          {say(words.ping)}
        </button>
        <button type="button" className="plain" disabled={rotation.busy} onClick={() => void rotation.run()}>
          {say(words.secret)}
        </button>
        <button
          type="button"
          className="plain"
          aria-expanded={looking}
          onClick={() => setLooking((before) => !before)}
        >
          {say(words.deliveries)}
        </button>
      </div>
      {looking && <Deliveries webhook={webhook} />}
    </section>
  );
}
