import { useState } from "react";
import type { components } from "../../../api/schema.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { useProjects } from "../../../parts/directory.ts";
import { useSay } from "../../../words/words.ts";
import { CheckBox, CheckList, TextBox } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { SavingForm } from "../parts/saving-form.tsx";
import { kindWords, words } from "./words.ts";

export type Webhook = components["schemas"]["Webhooks"]["items"][number];
export type Changed = components["schemas"]["WebhookChanged"];

interface Props {
  /** Absent: a new one. */
  readonly webhook: Webhook | undefined;
  readonly onSecret: (shown: { readonly system: string; readonly secret: string }) => void;
  readonly onClose: () => void;
}

/** Where a system is told of what; a new one gets its signing secret. */
export function SubscriptionDialog({ webhook, onSecret, onClose }: Props) {
  const say = useSay();
  const send = useSendBody();
  const { data: projects = [] } = useProjects();
  const [id, setId] = useState(webhook?.id ?? "");
  const [name, setName] = useState(webhook?.name ?? "");
  const [url, setUrl] = useState(webhook?.url ?? "https://");
  const [kinds, setKinds] = useState<readonly string[]>(webhook?.kinds ?? []);
  const [projectIds, setProjectIds] = useState<readonly string[]>(webhook?.projectIds ?? []);
  const [paused, setPaused] = useState(webhook?.paused === true);
  const saving = useSaving(async () => {
    const changed = await send<Changed>("PUT", `/webhooks/${encodeURIComponent(id)}`, {
      version: webhook?.version ?? 0,
      name,
      url,
      kinds,
      ...(projectIds.length === 0 ? {} : { projectIds }),
      ...(paused ? { paused } : {}),
    });
    if (changed.secret !== undefined) onSecret({ system: changed.name, secret: changed.secret });
  }, ["webhooks"]);
  return (
    <Dialog title={webhook?.name ?? say(words.new)} onClose={onClose}>
      <SavingForm saving={saving} submit={say(words.save)} ready={kinds.length > 0} onTaken={onClose}>
        <div className="pair">
          <TextBox
            label={say(words.id)}
            pattern="[a-z0-9][a-z0-9\-]{0,59}"
            value={id}
            set={setId}
            readOnly={webhook !== undefined}
          />
          <TextBox label={say(words.name)} path="name" value={name} set={setName} />
        </div>
        <TextBox label={say(words.url)} path="url" type="url" value={url} set={setUrl} />
        <CheckList
          legend={say(words.kinds)}
          path="kinds"
          value={kinds}
          set={setKinds}
          choices={Object.entries(kindWords).map(([value, kind]) => ({ value, label: say(kind) }))}
        />
        <CheckList
          legend={say(words.projects)}
          path="projectIds"
          value={projectIds}
          set={setProjectIds}
          choices={projects.map((project) => ({ value: project.id, label: project.name }))}
        />
        <CheckBox label={say(words.paused)} checked={paused} set={setPaused} />
      </SavingForm>
    </Dialog>
  );
}
