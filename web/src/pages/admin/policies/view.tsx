import { useSearchParams } from "react-router";
import { useProjects } from "../../../parts/directory.ts";
import { useDraft } from "../../../parts/draft.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { RestoredNote } from "../../../parts/restored-note.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { SelectBox } from "../parts/fields.tsx";
import { AdminPage } from "../parts/frame.tsx";
import { scopesOf } from "../parts/scopes.ts";
import { Changes } from "./changes.tsx";
import { differences } from "./differences.ts";
import { History } from "./history.tsx";
import { Ladders } from "./ladders.tsx";
import { Limits } from "./limits.tsx";
import type { Draft, Edition } from "./model.ts";
import { Publish } from "./publish.tsx";
import { useBeginning } from "./query.ts";
import { Settings } from "./settings-form.tsx";
import "./policies.css";

const words = {
  scope: { zh: "适用范围", en: "Holds for" },
  nearest: {
    zh: "越近的范围优先：项目 → 城市 → 区域 → 公司。",
    en: "The nearest scope decides: project, city, region, company.",
  },
};

/** The company's limits and ladders as a form: changed here, tried, published with a date. */
export function Page() {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const { data: projects = [] } = useProjects();
  const scope = search.get("scope") ?? "company";
  const { draft, editions, error } = useBeginning(scope);
  return (
    <AdminPage path="/admin/policies">
      <div className="tools">
        <SelectBox
          label={say(words.scope)}
          hint={say(words.nearest)}
          value={scope}
          set={(chosen) => setSearch({ scope: chosen })}
          choices={scopesOf(projects).map(({ scope: value, name }) => ({ value, label: say(name) }))}
        />
      </div>
      {error !== null && <Trouble error={error} />}
      {draft === undefined ? (
        <p className="waiting">{say(uiWords.loading)}</p>
      ) : (
        <PolicyForm key={`${scope} ${draft.version}`} scope={scope} standing={draft} editions={editions} />
      )}
    </AdminPage>
  );
}

interface PolicyFormProps {
  readonly scope: string;
  /** What holds without the change. */
  readonly standing: Draft;
  readonly editions: readonly Edition[];
}

function PolicyForm({ scope, standing, editions }: PolicyFormProps) {
  const draft = useDraft<Draft>(`policy.${scope}.${standing.version}`, standing);
  const changes = differences(standing, draft.value);
  const form = { draft: draft.value, set: draft.set, standing };
  return (
    <div className="policy">
      <div>
        <RestoredNote draft={draft} />
        <Limits {...form} />
        <Ladders {...form} />
        <Settings {...form} />
        <History scope={scope} editions={editions} />
      </div>
      <aside className="policy-aside">
        <Changes changes={changes} onDiscard={draft.forget} />
        <Publish scope={scope} draft={draft} changed={changes.length > 0} />
      </aside>
    </div>
  );
}
