import { useState } from "react";
import { Trouble } from "../../../parts/refusal.tsx";
import { localDateOf, useNow } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { Faults, SelectBox, TextBox } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { companyZone } from "../parts/zone.ts";
import { Departments } from "./departments.tsx";
import type { Facts, Project } from "./model.ts";

const words = {
  facts: { zh: "项目资料", en: "The project" },
  new: { zh: "新项目", en: "A new project" },
  id: { zh: "代号（用于网址，不可改）", en: "Id (stands in addresses, never changes)" },
  name: { zh: "名称", en: "Name" },
  region: { zh: "区域", en: "Region" },
  city: { zh: "城市", en: "City" },
  type: { zh: "类型（D15 同类相比）", en: "Type (D15: like with like)" },
  floorArea: { zh: "建筑面积（㎡）", en: "Floor area (m²)" },
  mailbox: { zh: "投诉邮箱", en: "Complaint mailbox" },
  hotline: { zh: "投诉热线", en: "Hotline" },
  emergency: { zh: "24 小时紧急电话", en: "Emergency number, day and night" },
  delivered: { zh: "交付日期", en: "Delivered on" },
  ratedBy: { zh: "投诉率按什么算", en: "Complaint rates are divided by" },
  byType: { zh: "按类型决定", en: "by its type" },
  households: { zh: "入住户数", en: "occupied households" },
  area: { zh: "管理面积", en: "managed area" },
  since: { zh: "统计从哪个月开始", en: "First month of figures" },
  zone: { zh: "时区", en: "Time zone" },
  save: { zh: "保存", en: "Save" },
  saved: { zh: "已生效。", en: "It stands." },
  readOnly: { zh: "由区域或总部修改。", en: "Region or headquarters change it." },
};

interface ProjectFormProps {
  /** Absent: a new project. */
  readonly standing: Project | undefined;
  readonly mayRule: boolean;
  readonly onDone: () => void;
}

/** The facts that deadlines, mail and figures need. */
export function ProjectForm({ standing, mayRule, onDone }: ProjectFormProps) {
  const say = useSay();
  const send = useSendBody();
  const month = localDateOf(useNow(), companyZone).slice(0, 7);
  const [id, setId] = useState(standing?.id ?? "");
  const [facts, setFacts] = useState<Facts>(() => factsOf(standing, month));
  const saving = useSaving(
    () =>
      send("PUT", `/projects/${encodeURIComponent(id)}`, {
        ...withoutEmpty(facts),
        version: standing?.version ?? 0,
      }),
    ["project"],
    ["projects"],
  );
  return (
    <section className="panel" aria-label={say(standing === undefined ? words.new : words.facts)}>
      <h2>{standing?.name ?? say(words.new)}</h2>
      {!mayRule && <p className="note">{say(words.readOnly)}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void saving.run().then((taken) => taken && onDone());
        }}
      >
        {saving.error !== undefined && <Trouble error={saving.error} />}
        <Faults error={saving.error}>
          <fieldset className="bare" disabled={!mayRule}>
            <div className="pair">
              <TextBox
                label={say(words.id)}
                path="id"
                value={id}
                set={setId}
                readOnly={standing !== undefined}
              />
              <FactFields facts={facts} set={setFacts} />
            </div>
            <Departments facts={facts} set={setFacts} />
          </fieldset>
        </Faults>
        {mayRule && (
          <div className="row-buttons">
            <button type="submit" disabled={saving.busy}>
              {say(words.save)}
            </button>
            {saving.done && (
              <span className="good" role="status">
                ✓ {say(words.saved)}
              </span>
            )}
          </div>
        )}
      </form>
    </section>
  );
}

function factsOf(standing: Project | undefined, month: string): Facts {
  if (standing === undefined) {
    return {
      name: "",
      region: "",
      city: "",
      type: "普通住宅",
      floorArea: 0,
      timeZone: companyZone,
      departments: [{ id: "service", name: "客户服务部" }],
      since: month,
    };
  }
  const {
    id: _id,
    posts: _posts,
    version: _version,
    changed: _changed,
    occupancy: _occupancy,
    ...facts
  } = standing;
  return facts;
}

/** What is sent: nothing that was left empty. */
function withoutEmpty(facts: Facts): object {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ""));
}

interface FactFieldsProps {
  readonly facts: Facts;
  readonly set: (facts: Facts) => void;
}

function FactFields({ facts, set }: FactFieldsProps) {
  const say = useSay();
  const text = (
    name: "name" | "region" | "city" | "type" | "since" | "timeZone",
    label: { zh: string; en: string },
    type = "text",
  ) => (
    <TextBox
      label={say(label)}
      path={name}
      type={type}
      value={facts[name]}
      set={(value) => set({ ...facts, [name]: value })}
    />
  );
  const may = (
    name: "mailbox" | "hotline" | "emergencyPhone" | "deliveredOn",
    label: { zh: string; en: string },
    type = "text",
  ) => (
    <TextBox
      label={say(label)}
      path={name}
      type={type}
      optional
      value={facts[name] ?? ""}
      set={(value) => set({ ...facts, [name]: value })}
    />
  );
  return (
    <>
      {text("name", words.name)}
      {text("region", words.region)}
      {text("city", words.city)}
      {text("type", words.type)}
      <TextBox
        label={say(words.floorArea)}
        path="floorArea"
        type="number"
        min={1}
        step="any"
        value={facts.floorArea === 0 ? "" : String(facts.floorArea)}
        set={(value) => set({ ...facts, floorArea: Number(value) })}
      />
      {may("mailbox", words.mailbox, "email")}
      {may("hotline", words.hotline)}
      {may("emergencyPhone", words.emergency)}
      {may("deliveredOn", words.delivered, "date")}
      <RatedBy facts={facts} set={set} />
      {text("since", words.since, "month")}
      {text("timeZone", words.zone)}
    </>
  );
}

function RatedBy({ facts, set }: FactFieldsProps) {
  const say = useSay();
  const { ratedBy, ...more } = facts;
  return (
    <SelectBox
      label={say(words.ratedBy)}
      optional
      empty={say(words.byType)}
      value={ratedBy ?? ""}
      set={(chosen) =>
        set(chosen === "households" || chosen === "area" ? { ...more, ratedBy: chosen } : more)
      }
      choices={(["households", "area"] as const).map((value) => ({ value, label: say(words[value]) }))}
    />
  );
}
