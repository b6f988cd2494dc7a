import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Trouble } from "../../parts/refusal.tsx";
import { localDateOf, useNow } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Faults, SelectBox, TextBox } from "../admin/parts/fields.tsx";
import { useSendBody } from "../admin/parts/put.ts";
import { useSaving } from "../admin/parts/saving.ts";
import { companyZone } from "../admin/parts/zone.ts";

const words = {
  about: {
    zh: "您已登录，但这里还没有公司。请输入运维给您的一次性代码（npm run ops -- setup-code，24 小时有效），填好公司、您自己和第一个项目。",
    en: "You are signed in, and there is no company yet. Enter the one-time code from whoever installed this (npm run ops -- setup-code, good for 24 hours), the company, yourself and the first project.",
  },
  code: { zh: "一次性代码", en: "One-time code" },
  company: { zh: "公司名称", en: "Name of the company" },
  me: { zh: "您（总部管理员）", en: "You, at headquarters" },
  name: { zh: "姓名", en: "Name" },
  email: { zh: "邮箱", en: "Mail address" },
  project: { zh: "第一个项目", en: "The first project" },
  projectName: { zh: "项目名称", en: "Name of the project" },
  id: {
    zh: "代号（字母、数字，用于网址，不可改）",
    en: "Id (letters and digits; stands in addresses, never changes)",
  },
  region: { zh: "区域", en: "Region" },
  city: { zh: "城市", en: "City" },
  type: { zh: "类型", en: "Type" },
  floorArea: { zh: "建筑面积（㎡）", en: "Floor area (m²)" },
  departmentsNote: {
    zh: "部门先按常用的四个建立：客户服务部、工程部、秩序维护部、环境部，以后可改。",
    en: "Four usual departments are made: service, engineering, security, environment; they can be changed.",
  },
  save: { zh: "开始使用", en: "Begin" },
} as const;

/** What most projects have; changed on the page for projects. */
const departments = [
  { id: "service", name: "客户服务部" },
  { id: "engineering", name: "工程部" },
  { id: "security", name: "秩序维护部" },
  { id: "environment", name: "环境部" },
];

const types = ["普通住宅", "别墅", "大厦", "商业"].map((value) => ({ value, label: value }));

/** An installation's first minutes; whoever is signed in becomes headquarters by the one-time code. */
export function Beginning() {
  const say = useSay();
  const send = useSendBody();
  const queries = useQueryClient();
  const since = localDateOf(useNow(), companyZone).slice(0, 7);
  const [form, setForm] = useState({
    code: "",
    company: "",
    name: "",
    email: "",
    projectName: "",
    id: "",
    region: "",
    city: "",
    type: "普通住宅",
    floorArea: "",
  });
  const saving = useSaving(async () => {
    await send("POST", "/setup", bodyOf(form, since));
    // Everything was refused until now.
    await queries.invalidateQueries();
  });
  const field = (name: keyof typeof form, path: string, more: { readonly type?: string } = {}) => (
    <TextBox
      label={say(words[name])}
      path={path}
      {...more}
      value={form[name]}
      set={(value) => setForm({ ...form, [name]: value })}
    />
  );
  return (
    <form
      className="panel"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.run();
      }}
    >
      <p>{say(words.about)}</p>
      {saving.error !== undefined && <Trouble error={saving.error} />}
      <Faults error={saving.error}>
        {field("code", "code")}
        {field("company", "company.name")}
        <h2>{say(words.me)}</h2>
        {field("name", "me.name")}
        {field("email", "me.email", { type: "email" })}
        <h2>{say(words.project)}</h2>
        {field("projectName", "project.name")}
        {field("id", "project.id")}
        {field("region", "project.region")}
        {field("city", "project.city")}
        <SelectBox
          label={say(words.type)}
          path="project.type"
          value={form.type}
          set={(type) => setForm({ ...form, type })}
          choices={types}
        />
        {field("floorArea", "project.floorArea", { type: "number" })}
        <p>
          <small>{say(words.departmentsNote)}</small>
        </p>
      </Faults>
      <button type="submit" disabled={saving.busy}>
        {say(saving.busy ? uiWords.sending : words.save)}
      </button>
    </form>
  );
}

function bodyOf(
  form: Readonly<
    Record<
      "code" | "company" | "name" | "email" | "projectName" | "id" | "region" | "city" | "type" | "floorArea",
      string
    >
  >,
  since: string,
) {
  const { code, company, name, email, projectName, id, region, city, type, floorArea } = form;
  return {
    code,
    company: { name: company, timeZone: companyZone },
    project: {
      id,
      name: projectName,
      region,
      city,
      type,
      floorArea: Number(floorArea),
      timeZone: companyZone,
      departments,
      since,
    },
    me: { name, email },
  };
}
