import { useState } from "react";
import { channelWords } from "../../../../../lib/domain/words/channels.ts";
import type { components } from "../../../api/schema.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { useProjects } from "../../../parts/directory.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { useSay } from "../../../words/words.ts";
import { CheckList, Faults, TextBox } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";

type System = components["schemas"]["ChannelKeys"]["items"][number];
export type Changed = components["schemas"]["ChannelKeyChanged"];

const words = {
  new: { zh: "新渠道系统", en: "A new system" },
  id: { zh: "系统代号（不可改，如 call-centre）", en: "Id (never changes, such as call-centre)" },
  name: { zh: "名称", en: "Name" },
  channels: { zh: "可用渠道", en: "Channels it may use" },
  projects: { zh: "可用项目（不选为全部）", en: "Projects it may use (none chosen: every one)" },
  save: { zh: "保存", en: "Save" },
  make: { zh: "创建并生成密钥", en: "Make it, with its first key" },
};

export interface SecretTaker {
  readonly onSecret: (shown: { readonly system: string; readonly secret: string }) => void;
  readonly onClose: () => void;
}

/** What a system may do; a new one gets its first key. */
export function SystemDialog({
  system,
  onSecret,
  onClose,
}: SecretTaker & { readonly system: System | undefined }) {
  const say = useSay();
  const send = useSendBody();
  const { data: projects = [] } = useProjects();
  const [id, setId] = useState(system?.system ?? "");
  const [name, setName] = useState(system?.name ?? "");
  const [channels, setChannels] = useState<readonly string[]>(system?.channels ?? []);
  const [projectIds, setProjectIds] = useState<readonly string[]>(system?.projectIds ?? []);
  const saving = useSaving(async () => {
    const changed = await send<Changed>("PUT", "/channel-keys", {
      action: "set",
      version: system?.version ?? 0,
      system: id,
      name,
      channels,
      ...(projectIds.length === 0 ? {} : { projectIds }),
    });
    if (changed.secret !== undefined) onSecret({ system: changed.name, secret: changed.secret });
  }, ["channel-keys"]);
  return (
    <Dialog title={system?.name ?? say(words.new)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void saving.run().then((taken) => taken && onClose());
        }}
      >
        {saving.error !== undefined && <Trouble error={saving.error} />}
        <Faults error={saving.error}>
          <div className="pair">
            <TextBox
              label={say(words.id)}
              path="system"
              value={id}
              set={setId}
              readOnly={system !== undefined}
            />
            <TextBox label={say(words.name)} path="name" value={name} set={setName} />
          </div>
          <CheckList
            legend={say(words.channels)}
            path="channels"
            value={channels}
            set={setChannels}
            choices={Object.entries(channelWords).map(([value, channel]) => ({ value, label: say(channel) }))}
          />
          <CheckList
            legend={say(words.projects)}
            path="projectIds"
            value={projectIds}
            set={setProjectIds}
            choices={projects.map((project) => ({ value: project.id, label: project.name }))}
          />
        </Faults>
        <button type="submit" disabled={saving.busy || channels.length === 0}>
          {say(system === undefined ? words.make : words.save)}
        </button>
      </form>
    </Dialog>
  );
}
