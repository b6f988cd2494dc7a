import { useState } from "react";
import { defined } from "../../../../../lib/domain/present.ts";
import { channelWords } from "../../../../../lib/domain/words/channels.ts";
import type { components } from "../../../api/schema.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { useProjects } from "../../../parts/directory.ts";
import { useSay } from "../../../words/words.ts";
import { CheckBox, CheckList, LongText, TextBox } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { SavingForm } from "../parts/saving-form.tsx";

type System = components["schemas"]["ChannelKeys"]["items"][number];
export type Changed = components["schemas"]["ChannelKeyChanged"];

const words = {
  new: { zh: "新渠道系统", en: "A new system" },
  id: { zh: "系统代号（不可改，如 call-centre）", en: "Id (never changes, such as call-centre)" },
  name: { zh: "名称", en: "Name" },
  channels: { zh: "可用渠道", en: "Channels it may use" },
  projects: { zh: "可用项目（不选为全部）", en: "Projects it may use (none chosen: every one)" },
  signed: { zh: "请求必须签名（除密钥外）", en: "Its requests are signed, besides the key" },
  addresses: { zh: "只能从这些网络地址调用", en: "Network addresses it may call from" },
  addressesHint: {
    zh: "每行一个地址或网段，如 203.0.113.0/24；不填为不限。",
    en: "One address or range a line, such as 203.0.113.0/24; none: from anywhere.",
  },
  perMinute: { zh: "每个密钥每分钟最多请求数", en: "Most requests of one key in a minute" },
  save: { zh: "保存", en: "Save" },
  make: { zh: "创建并生成密钥", en: "Make it, with its first key" },
};

/** What is shown once of a new key. */
export interface ShownSecret {
  readonly system: string;
  readonly secret: string;
  /** Where the system's requests are signed. */
  readonly signingSecret?: string;
}

/** Hands over what an answer tells this once. */
export function shown({ name, signed, secret, signingSecret }: Changed, onSecret: SecretTaker["onSecret"]) {
  if (secret === undefined) return;
  onSecret({ system: name, secret, ...(signed === true ? defined({ signingSecret }) : {}) });
}

/** What a system is held to beside its key, as it is typed. */
interface Held {
  readonly signed: boolean;
  readonly addresses: string;
  readonly perMinute: string;
}

function HeldTo({ value, set }: { readonly value: Held; readonly set: (value: Held) => void }) {
  const say = useSay();
  return (
    <>
      <CheckBox
        label={say(words.signed)}
        checked={value.signed}
        set={(signed) => set({ ...value, signed })}
      />
      <LongText
        label={say(words.addresses)}
        path="addresses"
        hint={say(words.addressesHint)}
        optional
        value={value.addresses}
        set={(addresses) => set({ ...value, addresses })}
      />
      <TextBox
        label={say(words.perMinute)}
        path="perMinute"
        type="number"
        min={1}
        optional
        value={value.perMinute}
        set={(perMinute) => set({ ...value, perMinute })}
      />
    </>
  );
}

function heldTo(form: Held) {
  const addresses = form.addresses.split(/[\s,，]+/).filter((one) => one !== "");
  return {
    ...(form.signed ? { signed: true } : {}),
    ...(addresses.length === 0 ? {} : { addresses }),
    ...(form.perMinute === "" ? {} : { perMinute: Number(form.perMinute) }),
  };
}

export interface SecretTaker {
  readonly onSecret: (shown: ShownSecret) => void;
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
  const [held, setHeld] = useState<Held>({
    signed: system?.signed === true,
    addresses: system?.addresses?.join("\n") ?? "",
    perMinute: String(system?.perMinute ?? ""),
  });
  const saving = useSaving(async () => {
    const changed = await send<Changed>("PUT", "/channel-keys", {
      action: "set",
      version: system?.version ?? 0,
      system: id,
      name,
      channels,
      ...(projectIds.length === 0 ? {} : { projectIds }),
      ...heldTo(held),
    });
    shown(changed, onSecret);
  }, ["channel-keys"]);
  return (
    <Dialog title={system?.name ?? say(words.new)} onClose={onClose}>
      <SavingForm
        saving={saving}
        submit={say(system === undefined ? words.make : words.save)}
        ready={channels.length > 0}
        onTaken={onClose}
      >
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
        <HeldTo value={held} set={setHeld} />
      </SavingForm>
    </Dialog>
  );
}
