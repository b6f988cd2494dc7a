import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { components } from "../../../api/schema.ts";
import type { Draft as Kept } from "../../../parts/draft.ts";
import { At } from "../../../parts/time.tsx";
import { fromWall } from "../../../parts/wall-time.ts";
import { useSay } from "../../../words/words.ts";
import { TextBox } from "../parts/fields.tsx";
import { JobProgress, resultOf, useJob } from "../parts/job.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { companyZone } from "../parts/zone.ts";
import { Contradictions } from "./contradictions.tsx";
import { bodyOf, type Draft } from "./model.ts";
import { Trial } from "./trial.tsx";

type Published = components["schemas"]["PolicyPublished"];

const words = {
  publish: { zh: "发布", en: "Publish" },
  from: { zh: "何时生效（不填为立即）", en: "In effect from (empty: at once)" },
  retimed: { zh: "未结投诉已按新政策重算", en: "Open complaints were timed again" },
  moved: { zh: "条有变动", en: "moved" },
  seen: { zh: "条已查看", en: "looked at" },
  later: { zh: "到时自动重算未结投诉。", en: "Open complaints are timed again then." },
  done: { zh: "已发布", en: "Published" },
  takesEffect: { zh: "生效", en: "in effect" },
};

interface PublishProps {
  readonly scope: string;
  readonly draft: Kept<Draft>;
  readonly changed: boolean;
}

/** Try it, then publish it: the trial says what would move, the job what did. */
export function Publish({ scope, draft, changed }: PublishProps) {
  const say = useSay();
  const send = useSendBody();
  const queries = useQueryClient();
  const [wall, setWall] = useState("");
  const from = wall === "" ? undefined : fromWall(wall, companyZone);
  const body = bodyOf(draft.value, scope, from);
  const publishing = useSaving(async () => {
    const published = await send<Published>("PUT", "/policies", body);
    // The page begins anew with what now holds; what was published stays to be seen.
    queries.setQueryData(publishedKey(scope), published);
    draft.forget();
  }, ["policies"]);
  const published = queries.getQueryData<Published>(publishedKey(scope));
  return (
    <>
      {changed && <Trial body={body} />}
      {changed && (
        <section className="panel" aria-label={say(words.publish)}>
          <h2>{say(words.publish)}</h2>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void publishing.run();
            }}
          >
            <TextBox label={say(words.from)} optional type="datetime-local" value={wall} set={setWall} />
            {publishing.error !== undefined && <Contradictions error={publishing.error} />}
            <button type="submit" disabled={publishing.busy}>
              {say(words.publish)}
            </button>
          </form>
        </section>
      )}
      {published !== undefined && <Outcome published={published} />}
    </>
  );
}

function publishedKey(scope: string) {
  return ["policy-published", scope];
}

function Outcome({ published }: { readonly published: Published }) {
  const say = useSay();
  const { data } = useJob(published.jobId);
  const result = resultOf(data);
  return (
    <section className="panel" aria-label={say(words.done)}>
      <p className="note good" role="status">
        ✓ {say(words.done)} {published.version} · <At instant={published.effectiveFrom} />{" "}
        {say(words.takesEffect)}
      </p>
      {published.jobId === undefined ? <p>{say(words.later)}</p> : <JobProgress jobId={published.jobId} />}
      {result !== undefined && (
        <p>
          {say(words.retimed)}: {result.seen} {say(words.seen)}，<strong>{result.changed}</strong>{" "}
          {say(words.moved)}
        </p>
      )}
    </section>
  );
}
