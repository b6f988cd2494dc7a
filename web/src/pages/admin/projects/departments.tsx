import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { SelectBox, TextBox } from "../parts/fields.tsx";
import { useContractors } from "./contractors.tsx";
import type { Facts } from "./model.ts";

type Department = Facts["departments"][number];

const words = {
  departments: { zh: "部门", en: "Departments" },
  id: { zh: "代号", en: "Id" },
  name: { zh: "名称", en: "Name" },
  contractor: { zh: "承包商", en: "Contractor" },
  own: { zh: "自有", en: "our own" },
  add: { zh: "加一个部门", en: "Add a department" },
  remove: { zh: "去掉", en: "Remove" },
};

interface DepartmentsProps {
  readonly facts: Facts;
  readonly set: (facts: Facts) => void;
}

/** Who solves: departments, and the contractor behind one. */
export function Departments({ facts, set }: DepartmentsProps) {
  const say = useSay();
  const { data: contractors = [] } = useContractors();
  const { departments } = facts;
  const put = (changed: Department[]) => set({ ...facts, departments: changed });
  return (
    <fieldset className="field">
      <legend>{say(words.departments)}</legend>
      {departments.map((department, index) => {
        const { contractorId: _, ...own } = department;
        return (
          // Departments that are typed have no names yet; they change by place.
          <div key={index} className="pair entry-row">
            <TextBox
              label={say(words.name)}
              path={`departments.${index}.name`}
              value={department.name}
              set={(name) => put(departments.with(index, { ...department, name }))}
            />
            <TextBox
              label={say(words.id)}
              path={`departments.${index}.id`}
              value={department.id}
              set={(id) => put(departments.with(index, { ...department, id }))}
            />
            <SelectBox
              label={say(words.contractor)}
              optional
              empty={say(words.own)}
              value={department.contractorId ?? ""}
              set={(contractorId) =>
                put(departments.with(index, contractorId === "" ? own : { ...department, contractorId }))
              }
              choices={contractors.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <button
              type="button"
              className="plain"
              aria-label={`${say(words.remove)} ${department.name || say(uiWords.unknown)}`}
              disabled={departments.length === 1}
              onClick={() => put(departments.toSpliced(index, 1))}
            >
              {say(words.remove)}
            </button>
          </div>
        );
      })}
      <button type="button" className="plain" onClick={() => put([...departments, { id: "", name: "" }])}>
        ＋ {say(words.add)}
      </button>
    </fieldset>
  );
}
