import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { body } from "../../../api/client.ts";
import { useApi } from "../../../app/services.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { At, localDateOf, useNow } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { useEverybody } from "../parts/everybody.ts";
import { Faults, TextBox } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import type { Project } from "./model.ts";

const words = {
  title: {
    zh: "入住户数与面积（投诉率的分母）",
    en: "Occupied households and area (what rates are divided by)",
  },
  month: { zh: "月份", en: "Month" },
  households: { zh: "入住户数", en: "Occupied households" },
  area: { zh: "管理面积（㎡）", en: "Managed area (m²)" },
  source: { zh: "来源", en: "From" },
  entered: { zh: "录入", en: "entered" },
  imported: { zh: "房产台账", en: "households" },
  save: { zh: "录入", en: "Enter" },
  none: { zh: "还没有数据，投诉率无法计算。", en: "Nothing yet: rates cannot be reckoned." },
  who: { zh: "录入人", en: "By" },
};

/** Month by month, the newest edition of each. */
export function Months({ project }: { readonly project: Project }) {
  const say = useSay();
  const api = useApi();
  const { nameOf } = useEverybody();
  const { data, error } = useQuery({
    queryKey: ["project-months", project.id],
    queryFn: async ({ signal }) =>
      (await body(api.GET("/projects/{id}/months", { params: { path: { id: project.id } }, signal }))).items,
  });
  const newest = (data ?? []).filter(
    (one, index, all) => all.findIndex(({ month }) => month === one.month) === index,
  );
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {error !== null && <Trouble error={error} />}
      <Entry project={project} />
      {data !== undefined && newest.length === 0 && <p>{say(words.none)}</p>}
      {newest.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
        <div className="scroll" tabIndex={0} role="region" aria-label={say(words.title)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.month)}</th>
                <th scope="col" className="num">
                  {say(words.households)}
                </th>
                <th scope="col" className="num">
                  {say(words.area)}
                </th>
                <th scope="col">{say(words.source)}</th>
                <th scope="col">{say(words.who)}</th>
              </tr>
            </thead>
            <tbody>
              {newest.map(({ month, occupiedHouseholds, occupiedArea, source, at, by }) => (
                <tr key={month}>
                  <td>{month}</td>
                  <td className="num">{occupiedHouseholds}</td>
                  <td className="num">{occupiedArea.toLocaleString("zh-CN")}</td>
                  <td>{say(source === "entered" ? words.entered : words.imported)}</td>
                  <td>
                    {nameOf(by)}{" "}
                    <small>
                      <At instant={at} />
                    </small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Entry({ project }: { readonly project: Project }) {
  const say = useSay();
  const send = useSendBody();
  const thisMonth = localDateOf(useNow(), project.timeZone).slice(0, 7);
  const [month, setMonth] = useState(thisMonth);
  const [households, setHouseholds] = useState("");
  const [area, setArea] = useState("");
  const saving = useSaving(
    () =>
      send("PUT", `/projects/${encodeURIComponent(project.id)}/months/${month}`, {
        occupiedHouseholds: Number(households),
        occupiedArea: Number(area),
      }),
    ["project-months"],
  );
  return (
    <form
      className="tools"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.run();
      }}
    >
      {saving.error !== undefined && <Trouble error={saving.error} />}
      <Faults error={saving.error}>
        <TextBox label={say(words.month)} type="month" value={month} set={setMonth} />
        <TextBox
          label={say(words.households)}
          path="occupiedHouseholds"
          type="number"
          min={0}
          value={households}
          set={setHouseholds}
        />
        <TextBox
          label={say(words.area)}
          path="occupiedArea"
          type="number"
          min={0}
          step="any"
          value={area}
          set={setArea}
        />
      </Faults>
      <button type="submit" disabled={saving.busy}>
        {say(words.save)}
      </button>
    </form>
  );
}
