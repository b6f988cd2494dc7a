import { useState } from "react";
import { defined } from "../../../../../lib/domain/present.ts";
import type { components } from "../../../api/schema.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { Trouble } from "../../../parts/refusal.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { TextBox } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { SavingForm } from "../parts/saving-form.tsx";
import { type Changed, type SecretTaker, shown } from "./system-dialog.tsx";

type System = components["schemas"]["ChannelKeys"]["items"][number];

const words = {
  rotate: { zh: "轮换密钥", en: "Rotate the key" },
  overlap: { zh: "旧密钥继续有效几小时", en: "Hours for which the old keys stay in force" },
  overlapHint: {
    zh: "这段时间内新旧密钥都可用，系统换好后不会漏掉投诉。",
    en: "Old and new work meanwhile, so that no complaint is lost while the system is changed.",
  },
  make: { zh: "生成新密钥", en: "Make the new key" },
  revoke: { zh: "停用密钥", en: "Revoke" },
  warning: {
    zh: "立即失效：用它发来的投诉从此被拒绝。",
    en: "It ends at once: complaints sent with it are refused from now on.",
  },
  confirm: { zh: "确认停用", en: "Revoke now" },
};
const usualOverlap = "24";

/** A new key beside the old ones, which end after the overlap. */
export function RotateDialog({ system, onSecret, onClose }: SecretTaker & { readonly system: System }) {
  const say = useSay();
  const send = useSendBody();
  const [hours, setHours] = useState(usualOverlap);
  const saving = useSaving(async () => {
    const changed = await send<Changed>("PUT", "/channel-keys", {
      action: "rotate",
      version: system.version,
      system: system.system,
      overlapHours: Number(hours),
    });
    shown(changed, onSecret);
  }, ["channel-keys"]);
  return (
    <Dialog title={`${say(words.rotate)} · ${system.name}`} onClose={onClose}>
      <SavingForm saving={saving} submit={say(words.make)} onTaken={onClose}>
        <TextBox
          label={say(words.overlap)}
          hint={say(words.overlapHint)}
          type="number"
          min={0}
          max={720}
          value={hours}
          set={setHours}
        />
      </SavingForm>
    </Dialog>
  );
}

interface RevokeDialogProps {
  readonly system: System;
  /** Absent: every key of the system. */
  readonly keyId: string | undefined;
  readonly onClose: () => void;
}

/** Ends one key, or all of a system, at once. */
export function RevokeDialog({ system, keyId, onClose }: RevokeDialogProps) {
  const say = useSay();
  const send = useSendBody();
  const saving = useSaving(
    () =>
      send("PUT", "/channel-keys", {
        action: "revoke",
        version: system.version,
        system: system.system,
        ...defined({ keyId }),
      }),
    ["channel-keys"],
  );
  return (
    <Dialog title={`${say(words.revoke)} · ${system.name} ${keyId ?? ""}`} onClose={onClose}>
      {saving.error !== undefined && <Trouble error={saving.error} />}
      <p className="note late">{say(words.warning)}</p>
      <div className="row-buttons">
        <button
          type="button"
          disabled={saving.busy}
          onClick={() => void saving.run().then((taken) => taken && onClose())}
        >
          {say(words.confirm)}
        </button>
        <button type="button" className="plain" onClick={onClose}>
          {say(uiWords.cancel)}
        </button>
      </div>
    </Dialog>
  );
}
