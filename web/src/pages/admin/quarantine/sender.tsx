import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { defined } from "../../../../../lib/domain/present.ts";
import type { Words } from "../../../../../lib/domain/words/words.ts";
import { body } from "../../../api/client.ts";
import type { components } from "../../../api/schema.ts";
import { useApi } from "../../../app/services.ts";
import { useProjects } from "../../../parts/directory.ts";
import { holdsOneOf, useMe } from "../../../parts/me.tsx";
import { Trouble } from "../../../parts/refusal.tsx";
import { useSay } from "../../../words/words.ts";
import { SelectBox, TextBox } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";

type Rule = components["schemas"]["SenderRules"]["items"][number];
type Treatment = Rule["treatment"];

const words = {
  sender: { zh: "今后这个发件人的来信", en: "Mail of this sender from now on" },
  who: { zh: "邮箱地址，或整个域名", en: "Address, or a whole host" },
  where: { zh: "适用于", en: "Counts for" },
  company: { zh: "全公司", en: "The company" },
  what: { zh: "怎么办", en: "What is done" },
  reason: { zh: "理由", en: "Why" },
  save: { zh: "设定", en: "Decide" },
  saved: { zh: "已设定，一分钟内生效。", en: "Decided; in effect within a minute." },
  rules: { zh: "发件人规则", en: "Rules for senders" },
  takeBack: { zh: "撤销规则", en: "Take back" },
  dropped: { zh: "30 天内丢弃", en: "dropped in 30 days" },
  builtIn: { zh: "内置", en: "built in" },
  never: {
    zh: "含危险字眼的来信和对我方邮件的回复从不丢弃，仍进隔离区。",
    en: "Words of danger and answers to our own mails are never dropped; they are put aside.",
  },
};
const treatments: Readonly<Record<Treatment, Words>> = {
  allow: { zh: "放行，直接登记", en: "let in and register" },
  quarantine: { zh: "一律隔离", en: "put aside" },
  drop: { zh: "丢弃并计数", en: "drop and count" },
};
const order: readonly Treatment[] = ["allow", "quarantine", "drop"];
const key = ["sender-rules"] as const;

export function useSenderRules() {
  const api = useApi();
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await body(api.GET("/sender-rules", { signal }))).items,
  });
}

interface SenderDecisionProps {
  readonly from: string;
  readonly projectIds: readonly string[];
}

/** What is done with a sender's mail from now on. */
export function SenderDecision({ from, projectIds }: SenderDecisionProps) {
  const say = useSay();
  const send = useSendBody();
  const me = useMe();
  const { data: projects = [] } = useProjects();
  const { data: rules = [] } = useSenderRules();
  const isHeadquarters = holdsOneOf(me.data, ["headquarters"]);
  const [sender, setSender] = useState(from);
  const [scope, setScope] = useState(projectIds[0] ?? "");
  const [treatment, setTreatment] = useState<Treatment>("allow");
  const [reason, setReason] = useState("");
  const projectId = scope === "" ? undefined : scope;
  const version =
    rules.find((rule) => rule.sender === sender.toLowerCase() && rule.projectId === projectId)?.version ?? 0;
  const saving = useSaving(
    () =>
      send("PUT", "/sender-rules", {
        sender,
        ...defined({ projectId }),
        treatment,
        reason,
        version,
      }),
    key,
  );
  return (
    <details>
      <summary>{say(words.sender)}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void saving.run();
        }}
      >
        {saving.error !== undefined && <Trouble error={saving.error} />}
        <div className="pair">
          <TextBox label={say(words.who)} value={sender} set={setSender} />
          <SelectBox
            label={say(words.where)}
            value={scope}
            set={setScope}
            choices={[
              ...(isHeadquarters ? [{ value: "", label: say(words.company) }] : []),
              ...projects.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <SelectBox
            label={say(words.what)}
            value={treatment}
            set={(chosen) => setTreatment(order.find((one) => one === chosen) ?? "allow")}
            choices={order.map((value) => ({ value, label: say(treatments[value]) }))}
          />
          <TextBox label={say(words.reason)} value={reason} set={setReason} maxLength={200} />
        </div>
        <p>
          <small>{say(words.never)}</small>
        </p>
        <button type="submit" disabled={saving.busy}>
          {say(words.save)}
        </button>
        {saving.done && (
          <p className="note good" role="status">
            ✓ {say(words.saved)}
          </p>
        )}
      </form>
    </details>
  );
}

/** Every rule that concerns the reader; those that people made can be taken back. */
export function SenderRules() {
  const say = useSay();
  const { data: rules = [], error } = useSenderRules();
  return (
    <section className="panel" aria-label={say(words.rules)}>
      <h2>{say(words.rules)}</h2>
      {error !== null && <Trouble error={error} />}
      <ul className="list rules">
        {rules.map((rule) => (
          <RuleItem key={rule.id} rule={rule} />
        ))}
      </ul>
    </section>
  );
}

function RuleItem({ rule }: { readonly rule: Rule }) {
  const say = useSay();
  const send = useSendBody();
  const { data: projects = [] } = useProjects();
  const { sender, projectId, reason, version } = rule;
  const ending = useSaving(
    () =>
      send("PUT", "/sender-rules", {
        sender,
        ...defined({ projectId }),
        reason,
        version,
      }),
    key,
  );
  const where = projects.find(({ id }) => id === projectId)?.name ?? say(words.company);
  return (
    <li>
      <span>
        <strong>{sender}</strong> · {say(treatments[rule.treatment])}{" "}
        {rule.treatment === "drop" && (
          <span className="chip">
            {say(words.dropped)} {rule.dropped}
          </span>
        )}
        <br />
        <small>
          {where} · {reason}
        </small>
        {ending.error !== undefined && <Trouble error={ending.error} />}
      </span>
      {rule.changed === undefined ? (
        <span className="chip">{say(words.builtIn)}</span>
      ) : (
        <button
          type="button"
          className="plain"
          aria-label={`${say(words.takeBack)} ${sender}`}
          disabled={ending.busy}
          onClick={() => void ending.run()}
        >
          {say(words.takeBack)}
        </button>
      )}
    </li>
  );
}
