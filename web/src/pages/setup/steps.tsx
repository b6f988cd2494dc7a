import { useState } from "react";
import { Link } from "react-router";
import { isPost, type Post } from "../../../../lib/domain/organisation/organisation.ts";
import { postWords } from "../../../../lib/domain/words/organisation.ts";
import { type Project, usePeople } from "../../parts/directory.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { save } from "../../parts/save.ts";
import { localDateOf, useNow } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import { Faults, SelectBox, TextBox } from "../admin/parts/fields.tsx";
import { useSendBody } from "../admin/parts/put.ts";
import { useSaving } from "../admin/parts/saving.ts";
import { sampleRoster } from "./sample-roster.ts";

const words = {
  company: { zh: "公司和第一个项目", en: "Company and first project" },
  done: { zh: "已完成", en: "done" },
  people: { zh: "人员", en: "People" },
  peopleNote: {
    zh: "账号就是登录系统里的用户名。没有人担任的岗位，提醒会升到上一级。",
    en: "The account is the name people sign in with. Reminders to a post that nobody holds go one post higher.",
  },
  account: { zh: "账号", en: "Account" },
  name: { zh: "姓名", en: "Name" },
  email: { zh: "邮箱", en: "Mail address" },
  post: { zh: "岗位", en: "Post" },
  department: { zh: "部门", en: "Department" },
  add: { zh: "添加人员", en: "Add the person" },
  roster: { zh: "值班表", en: "Duty roster" },
  rosterNote: {
    zh: "样表按现有人员排好本月每天的班，改好后导入。",
    en: "The sample has the people above on duty each day of this month; change it and import it.",
  },
  sample: { zh: "下载样表", en: "Download the sample" },
  import: { zh: "去导入", en: "Import it" },
  first: { zh: "登记第一件投诉", en: "Register the first complaint" },
  register: { zh: "去登记", en: "Register" },
  doctor: { zh: "看看还缺什么", en: "See what is still missing" },
} as const;

/** Whom a project cannot do without, from the front desk up. */
const usual: readonly Post[] = [
  "clerk",
  "handler",
  "department-head",
  "supervisor",
  "manager",
  "project-manager",
];

/** After the company stands: people, roster, the first complaint. */
export function Steps({ project }: { readonly project: Project }) {
  const say = useSay();
  const { data: people = [] } = usePeople(project.id);
  const month = localDateOf(useNow(), project.timeZone).slice(0, 7);
  return (
    <ol className="setup-steps">
      <li className="panel">
        <h2>{say(words.company)}</h2>
        <p className="good">
          ✓ {project.name} · {say(words.done)}
        </p>
      </li>
      <li className="panel">
        <h2>{say(words.people)}</h2>
        <p>{say(words.peopleNote)}</p>
        <ul>
          {people.map(({ id, name, assignments }) => (
            <li key={id}>
              {name}（{id}）{assignments.map(({ post }) => say(postWords[post])).join("、")}
            </li>
          ))}
        </ul>
        <AddPerson project={project} />
      </li>
      <li className="panel">
        <h2>{say(words.roster)}</h2>
        <p>{say(words.rosterNote)}</p>
        <div className="row-buttons">
          <button
            type="button"
            className="plain"
            onClick={() => save(sampleRoster(project, people, month), `${say(words.roster)}-${month}.csv`)}
          >
            {say(words.sample)}
          </button>
          <Link to={`/admin/rosters?project=${encodeURIComponent(project.id)}`}>{say(words.import)}</Link>
        </div>
      </li>
      <li className="panel">
        <h2>{say(words.first)}</h2>
        <div className="row-buttons">
          <Link to="/new">{say(words.register)}</Link>
          <Link to="/admin/doctor">{say(words.doctor)}</Link>
        </div>
      </li>
    </ol>
  );
}

const nobody = { account: "", name: "", email: "" };

function AddPerson({ project }: { readonly project: Project }) {
  const say = useSay();
  const send = useSendBody();
  const [form, setForm] = useState(nobody);
  const [post, setPost] = useState<Post>("clerk");
  const [departmentId, setDepartment] = useState(project.departments[0]?.id ?? "");
  const inDepartment = post === "handler" || post === "department-head";
  const saving = useSaving(
    () =>
      send("PUT", "/people", {
        version: 0,
        id: form.account,
        name: form.name,
        email: form.email,
        assignments: [{ post, projectId: project.id, ...(inDepartment ? { departmentId } : {}) }],
      }),
    ["people"],
  );
  const field = (name: keyof typeof nobody, path: string, type = "text") => (
    <TextBox
      label={say(words[name])}
      path={path}
      type={type}
      value={form[name]}
      set={(value) => setForm({ ...form, [name]: value })}
    />
  );
  return (
    <form
      className="setup-person"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.run().then((taken) => taken && setForm(nobody));
      }}
    >
      {saving.error !== undefined && <Trouble error={saving.error} />}
      <Faults error={saving.error}>
        {field("account", "id")}
        {field("name", "name")}
        {field("email", "email", "email")}
        <SelectBox
          label={say(words.post)}
          value={post}
          set={(chosen) => isPost(chosen) && setPost(chosen)}
          choices={usual.map((value) => ({ value, label: say(postWords[value]) }))}
        />
        {inDepartment && (
          <SelectBox
            label={say(words.department)}
            value={departmentId}
            set={setDepartment}
            choices={project.departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Faults>
      <button type="submit" disabled={saving.busy}>
        {say(words.add)}
      </button>
    </form>
  );
}
