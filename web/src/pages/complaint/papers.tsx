import { useMutation } from "@tanstack/react-query";
import { type PaperForm, paperFormNames, paperForms } from "../../../../lib/domain/papers/forms.ts";
import { body } from "../../api/client.ts";
import { useApi } from "../../app/services.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { save } from "../../parts/save.ts";
import { useSay } from "../../words/words.ts";
import type { Complaint } from "./query.ts";

const words = {
  title: { zh: "表单与卷宗", en: "Forms and inspection file" },
  dossier: { zh: "导出迎检卷宗", en: "Export the inspection file" },
  building: { zh: "正在装订……", en: "Being put together …" },
  left: { zh: "以下文件未放入卷宗", en: "These files are not in it" },
  recorded: { zh: "领取人和时间记入经过。", en: "Who took it when stands in the history." },
};

/** The forms that this complaint has something for. */
function formsOf({ channel, group }: Complaint): readonly PaperForm[] {
  return paperFormNames.filter((form) => {
    if (form === "ticket-reply") return channel === "government";
    if (form === "joint-signatures") return group !== undefined;
    return paperForms[form].about === "complaint";
  });
}

/** The forms of the regulations filled from this complaint, and all of them with the files in one archive. */
export function Papers({ complaint }: { readonly complaint: Complaint }) {
  const say = useSay();
  const api = useApi();
  const { id, number } = complaint;
  const take = useMutation({
    mutationFn: async (form: PaperForm) => {
      const path = { id, form };
      const blob = await body(
        api.GET("/complaints/{id}/forms/{form}", { params: { path }, parseAs: "blob" }),
      );
      save(blob, `${number}-${paperForms[form].zh}.docx`);
    },
  });
  const dossier = useMutation({
    mutationFn: () => body(api.POST("/complaints/{id}/dossier", { params: { path: { id } } })),
    onSuccess: ({ url }) => location.assign(url),
  });
  const error = take.error ?? dossier.error;
  return (
    <details className="papers">
      <summary>{say(words.title)}</summary>
      <ul>
        {formsOf(complaint).map((form) => (
          <li key={form}>
            <button
              type="button"
              className="link"
              disabled={take.isPending}
              onClick={() => take.mutate(form)}
            >
              {say(paperForms[form])}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" disabled={dossier.isPending} onClick={() => dossier.mutate()}>
        {say(dossier.isPending ? words.building : words.dossier)}
      </button>
      <small>{say(words.recorded)}</small>
      {dossier.data !== undefined && dossier.data.left.length > 0 && (
        <p className="note" role="status">
          {say(words.left)}：{dossier.data.left.join("、")}
        </p>
      )}
      {error !== null && <Trouble error={error} />}
    </details>
  );
}
