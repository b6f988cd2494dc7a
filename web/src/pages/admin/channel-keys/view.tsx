import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { channelWords } from "../../../../../lib/domain/words/channels.ts";
import { wordsFor } from "../../../../../lib/domain/words/words.ts";
import { body } from "../../../api/client.ts";
import type { components } from "../../../api/schema.ts";
import { useApi } from "../../../app/services.ts";
import { useProjects } from "../../../parts/directory.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { At } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { useEverybody } from "../parts/everybody.ts";
import { AdminPage } from "../parts/frame.tsx";
import { RevokeDialog, RotateDialog } from "./ending.tsx";
import { Secret } from "./secret.tsx";
import { type ShownSecret, SystemDialog } from "./system-dialog.tsx";

export type System = components["schemas"]["ChannelKeys"]["items"][number];

const words = {
  new: { zh: "新渠道系统", en: "A new system" },
  none: {
    zh: "还没有渠道系统，电话和网站的投诉进不来。",
    en: "There is no system yet: calls and websites cannot post.",
  },
  channels: { zh: "渠道", en: "Channels" },
  projects: { zh: "项目", en: "Projects" },
  every: { zh: "全部项目", en: "every project" },
  keys: { zh: "密钥", en: "Keys" },
  valid: { zh: "有效", en: "in force" },
  until: { zh: "有效至", en: "until" },
  ended: { zh: "已失效", en: "ended" },
  rotate: { zh: "轮换密钥", en: "Rotate the key" },
  change: { zh: "修改", en: "Change" },
  revoke: { zh: "停用", en: "Revoke" },
  all: { zh: "停用全部密钥", en: "Revoke all keys" },
  made: { zh: "创建", en: "made" },
  used: { zh: "最近使用", en: "last used" },
  neverUsed: { zh: "未使用过", en: "never used" },
  held: { zh: "附加限制", en: "Held to" },
  signed: { zh: "请求须签名", en: "signed requests" },
  from: { zh: "只能从", en: "only from" },
  perMinute: { zh: "次/分钟", en: "a minute" },
};

type Open =
  | { readonly kind: "new" }
  | { readonly kind: "change" | "rotate"; readonly system: System }
  | { readonly kind: "revoke"; readonly system: System; readonly keyId?: string };

/** The systems that post complaints, and their keys: shown once, rotated with an overlap, revoked at once. */
export function Page() {
  const say = useSay();
  const api = useApi();
  const [open, setOpen] = useState<Open>();
  const [secret, setSecret] = useState<ShownSecret>();
  const { data, error } = useQuery({
    queryKey: ["channel-keys"],
    queryFn: async ({ signal }) => (await body(api.GET("/channel-keys", { signal }))).items,
  });
  const close = () => setOpen(undefined);
  return (
    <AdminPage path="/admin/channel-keys">
      <div className="tools">
        <button type="button" onClick={() => setOpen({ kind: "new" })}>
          ＋ {say(words.new)}
        </button>
      </div>
      {error !== null && <Trouble error={error} />}
      {secret !== undefined && <Secret {...secret} onSeen={() => setSecret(undefined)} />}
      {data?.length === 0 && <p className="panel">{say(words.none)}</p>}
      {data?.map((system) => (
        <SystemPanel key={system.system} system={system} setOpen={setOpen} />
      ))}
      {(open?.kind === "new" || open?.kind === "change") && (
        <SystemDialog
          system={open.kind === "new" ? undefined : open.system}
          onSecret={setSecret}
          onClose={close}
        />
      )}
      {open?.kind === "rotate" && <RotateDialog system={open.system} onSecret={setSecret} onClose={close} />}
      {open?.kind === "revoke" && <RevokeDialog system={open.system} keyId={open.keyId} onClose={close} />}
    </AdminPage>
  );
}

interface SystemPanelProps {
  readonly system: System;
  readonly setOpen: (open: Open) => void;
}

function SystemPanel({ system, setOpen }: SystemPanelProps) {
  const say = useSay();
  const { data: projects = [] } = useProjects();
  const names = system.projectIds?.map((id) => projects.find((project) => project.id === id)?.name ?? id);
  return (
    <section className="panel" aria-label={system.name}>
      <h2>
        {system.name} <small>{system.system}</small>
      </h2>
      <dl className="facts">
        <dt>{say(words.channels)}</dt>
        <dd>{system.channels.map((channel) => say(wordsFor(channelWords, channel))).join("、")}</dd>
        <dt>{say(words.projects)}</dt>
        <dd>{names?.join("、") ?? say(words.every)}</dd>
        <HeldTo system={system} />
        <dt>{say(words.keys)}</dt>
        <dd>
          <Keys system={system} setOpen={setOpen} />
        </dd>
      </dl>
      <div className="row-buttons">
        <button type="button" onClick={() => setOpen({ kind: "rotate", system })}>
          {say(words.rotate)}
        </button>
        <button type="button" className="plain" onClick={() => setOpen({ kind: "change", system })}>
          {say(words.change)}
        </button>
        {system.keys.some(({ valid }) => valid) && (
          <button type="button" className="plain" onClick={() => setOpen({ kind: "revoke", system })}>
            {say(words.all)}
          </button>
        )}
      </div>
    </section>
  );
}

/** What its requests are held to beside the key, if anything. */
function HeldTo({ system: { signed, addresses, perMinute } }: Pick<SystemPanelProps, "system">) {
  const say = useSay();
  const limits = [
    ...(signed === true ? [say(words.signed)] : []),
    ...(addresses === undefined ? [] : [`${say(words.from)} ${addresses.join("、")}`]),
    ...(perMinute === undefined ? [] : [`≤ ${perMinute} ${say(words.perMinute)}`]),
  ];
  if (limits.length === 0) return null;
  return (
    <>
      <dt>{say(words.held)}</dt>
      <dd>{limits.join("；")}</dd>
    </>
  );
}

function Keys({ system, setOpen }: SystemPanelProps) {
  const say = useSay();
  const { nameOf } = useEverybody();
  return (
    <ul className="list rules">
      {system.keys.map((key) => (
        <li key={key.id}>
          <span>
            <code>{key.id}</code>{" "}
            {key.valid ? (
              <span className="good">
                ✓ {say(words.valid)}
                {key.validUntil !== undefined && (
                  <>
                    {" "}
                    {say(words.until)} <At instant={key.validUntil} />
                  </>
                )}
              </span>
            ) : (
              <span className="soft">{say(words.ended)}</span>
            )}
            <br />
            <small>
              {say(words.made)} <At instant={key.createdAt} /> · {nameOf(key.createdBy)} ·{" "}
              {key.lastUsedAt === undefined ? (
                say(words.neverUsed)
              ) : (
                <>
                  {say(words.used)} <At instant={key.lastUsedAt} />
                </>
              )}
            </small>
          </span>
          {key.valid && (
            <button
              type="button"
              className="plain"
              aria-label={`${say(words.revoke)} ${key.id}`}
              onClick={() => setOpen({ kind: "revoke", system, keyId: key.id })}
            >
              {say(words.revoke)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
