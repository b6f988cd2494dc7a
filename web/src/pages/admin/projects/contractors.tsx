import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { body } from "../../../api/client.ts";
import type { components } from "../../../api/schema.ts";
import { useApi } from "../../../app/services.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { Trouble } from "../../../parts/refusal.tsx";
import { localDateOf, useNow } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { TextBox } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { SavingForm } from "../parts/saving-form.tsx";
import { companyZone } from "../parts/zone.ts";

type Contractor = components["schemas"]["Contractors"]["items"][number];

const words = {
  title: { zh: "承包商", en: "Contractors" },
  none: { zh: "还没有承包商。", en: "There are no contractors." },
  new: { zh: "新承包商", en: "A new contractor" },
  id: { zh: "代号（不可改）", en: "Id (never changes)" },
  name: { zh: "名称", en: "Name" },
  trades: { zh: "业务（用顿号隔开）", en: "Trades (comma between them)" },
  contact: { zh: "联系人", en: "Contact" },
  phone: { zh: "电话", en: "Phone" },
  email: { zh: "邮箱", en: "E-mail" },
  until: { zh: "合同到期", en: "Contract until" },
  ended: { zh: "合同已到期", en: "the contract has ended" },
  change: { zh: "修改", en: "Change" },
  save: { zh: "保存", en: "Save" },
};

export function useContractors() {
  const api = useApi();
  return useQuery({
    queryKey: ["contractors"],
    queryFn: async ({ signal }) => (await body(api.GET("/contractors", { signal }))).items,
  });
}

/** Companies outside that do the work of departments. */
export function Contractors({ mayRule }: { readonly mayRule: boolean }) {
  const say = useSay();
  const { data, error } = useContractors();
  const today = localDateOf(useNow(), companyZone);
  const [open, setOpen] = useState<Contractor | "new">();
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {error !== null && <Trouble error={error} />}
      {data?.length === 0 && <p>{say(words.none)}</p>}
      <ul className="list rules">
        {data?.map((contractor) => (
          <li key={contractor.id}>
            <span>
              <strong>{contractor.name}</strong> {contractor.trades.join("、")}
              {contractor.contractUntil < today && <span className="chip late">▲ {say(words.ended)}</span>}
              <br />
              <small>
                {contractor.contact.name} {contractor.contact.phone} {contractor.contact.email} ·{" "}
                {say(words.until)} {contractor.contractUntil}
              </small>
            </span>
            {mayRule && (
              <button
                type="button"
                className="plain"
                aria-label={`${say(words.change)} ${contractor.name}`}
                onClick={() => setOpen(contractor)}
              >
                {say(words.change)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayRule && (
        <button type="button" className="plain" onClick={() => setOpen("new")}>
          ＋ {say(words.new)}
        </button>
      )}
      {open !== undefined && (
        <ContractorDialog standing={open === "new" ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
}

interface ContractorDialogProps {
  readonly standing: Contractor | undefined;
  readonly onClose: () => void;
}

function ContractorDialog({ standing, onClose }: ContractorDialogProps) {
  const say = useSay();
  const send = useSendBody();
  const [typed, setTyped] = useState({
    id: standing?.id ?? "",
    name: standing?.name ?? "",
    trades: standing?.trades.join("、") ?? "",
    contact: standing?.contact.name ?? "",
    phone: standing?.contact.phone ?? "",
    email: standing?.contact.email ?? "",
    contractUntil: standing?.contractUntil ?? "",
  });
  const saving = useSaving(
    () => send("PUT", "/contractors", bodyOf(typed, standing?.version ?? 0)),
    ["contractors"],
  );
  const box = (
    name: keyof typeof typed,
    label: { zh: string; en: string },
    type = "text",
    optional = false,
  ) => (
    <TextBox
      label={say(label)}
      path={name}
      type={type}
      optional={optional}
      readOnly={name === "id" && standing !== undefined}
      value={typed[name]}
      set={(value) => setTyped({ ...typed, [name]: value })}
    />
  );
  return (
    <Dialog title={standing?.name ?? say(words.new)} onClose={onClose}>
      <SavingForm saving={saving} submit={say(words.save)} onTaken={onClose}>
        <div className="pair">
          {box("name", words.name)}
          {box("id", words.id)}
          {box("trades", words.trades)}
          {box("contractUntil", words.until, "date")}
          {box("contact", words.contact)}
          {box("phone", words.phone, "tel", true)}
          {box("email", words.email, "email", true)}
        </div>
      </SavingForm>
    </Dialog>
  );
}

interface Typed {
  readonly id: string;
  readonly name: string;
  readonly trades: string;
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
  readonly contractUntil: string;
}

function bodyOf({ id, name, trades, contact, phone, email, contractUntil }: Typed, version: number): object {
  return {
    version,
    id,
    name,
    trades: trades
      .split(/[、,，;；]/)
      .map((trade) => trade.trim())
      .filter((trade) => trade !== ""),
    contact: { name: contact, ...(phone === "" ? {} : { phone }), ...(email === "" ? {} : { email }) },
    contractUntil,
  };
}
