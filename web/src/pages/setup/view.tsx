import { useQuery } from "@tanstack/react-query";
import { body } from "../../api/client.ts";
import { useApi } from "../../app/services.ts";
import { useProjects } from "../../parts/directory.ts";
import { holdsOneOf, useMe } from "../../parts/me.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Beginning } from "./beginning.tsx";
import { Steps } from "./steps.tsx";
import "./setup.css";

const words = {
  title: { zh: "首次设置", en: "First set-up" },
  done: {
    zh: "公司已设置。后续步骤由总部人员完成。",
    en: "The company is set up. Headquarters do what follows.",
  },
};

/** From an empty table to the first complaint: company and project, people, roster, and the first registration. */
export function Page() {
  const say = useSay();
  const api = useApi();
  const me = useMe();
  const state = useQuery({
    queryKey: ["setup"],
    queryFn: ({ signal }) => body(api.GET("/setup/state", { signal })),
  });
  document.title = `${say(words.title)} · 接诉`;
  return (
    <section className="setup" aria-label={say(words.title)}>
      <h1>{say(words.title)}</h1>
      {state.error !== null && <Trouble error={state.error} />}
      {state.isPending && <p className="waiting">{say(uiWords.loading)}</p>}
      {state.data?.needed === true && <Beginning />}
      {state.data?.needed === false &&
        (holdsOneOf(me.data, ["headquarters"]) ? <Following /> : <p>{say(words.done)}</p>)}
    </section>
  );
}

function Following() {
  const say = useSay();
  const { data: projects } = useProjects();
  const [project] = projects ?? [];
  return project === undefined ? (
    <p className="waiting">{say(uiWords.loading)}</p>
  ) : (
    <Steps project={project} />
  );
}
