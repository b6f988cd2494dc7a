import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { PagePath } from "../../../../../lib/contracts/pages/paths.ts";
import { postWords } from "../../../../../lib/domain/words/organisation.ts";
import { type LackCode, lackWords } from "../../../../../lib/domain/words/readiness.ts";
import { type Words, wordsFor } from "../../../../../lib/domain/words/words.ts";
import { body } from "../../../api/client.ts";
import type { components } from "../../../api/schema.ts";
import { useApi } from "../../../app/services.ts";
import { useProjects } from "../../../parts/directory.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { At } from "../../../parts/time.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { AdminPage } from "../parts/frame.tsx";

type Found = components["schemas"]["Doctor"];
type Lack = Found["lacks"][number];

const words = {
  must: { zh: "必须补上", en: "Must be mended" },
  mustAbout: { zh: "缺了它，投诉或期限会出错。", en: "Complaints or deadlines go wrong without it." },
  should: { zh: "建议补上", en: "Should be mended" },
  healthy: { zh: "没有缺项。", en: "Nothing is lacking." },
  mend: { zh: "去补上", en: "Mend it" },
  again: { zh: "再查一次", en: "Look again" },
  at: { zh: "检查于", en: "Looked at" },
  work: { zh: "运行", en: "At work" },
  rescues: { zh: "巡检补发（累计）", en: "Rescues by the sweep, ever" },
  aside: { zh: "多次失败、已搁置", en: "Put aside after failing again and again" },
  asideHint: {
    zh: "请运维人员执行 npm run ops -- dead-letters 查看。",
    en: "An operator looks with npm run ops -- dead-letters.",
  },
  mails: { zh: "待看的隔离邮件", en: "Quarantined mails to look at" },
  policies: { zh: "自有政策", en: "Policies of their own" },
  noPolicies: { zh: "各处都按内置政策执行。", en: "The built-in policy holds everywhere." },
  from: { zh: "生效于", en: "in effect since" },
  aws: {
    zh: "域名、SES、告警订阅和并发配额由运维人员用 npm run ops -- doctor --stage <阶段> 检查。",
    en: "Domain, SES, alarm subscription and limits are looked at by an operator: npm run ops -- doctor --stage <stage>.",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Where each lack is mended; what has no page is an operator's to do. */
const mendedAt: Readonly<Partial<Record<LackCode, PagePath>>> = {
  "post-held-by-nobody": "/admin/people",
  "person-without-mail": "/admin/people",
  "no-channel-system": "/admin/channel-keys",
  "system-without-key": "/admin/channel-keys",
  "holiday-notice-missing": "/admin/calendar",
};

/** Is this installation healthy: what it lacks with where to mend it, and what had to be rescued. */
export function Page() {
  const say = useSay();
  const api = useApi();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ["doctor"],
    queryFn: ({ signal }) => body(api.GET("/doctor", { signal })),
  });
  return (
    <AdminPage path="/admin/doctor">
      <div className="tools">
        <button type="button" className="plain" disabled={isFetching} onClick={() => void refetch()}>
          {say(words.again)}
        </button>
        {data !== undefined && (
          <small>
            {say(words.at)} <At instant={data.at} />
          </small>
        )}
      </div>
      {error !== null && <Trouble error={error} />}
      {data === undefined ? (
        error === null && <p className="waiting">{say(uiWords.loading)}</p>
      ) : (
        <Result found={data} />
      )}
    </AdminPage>
  );
}

function Result({ found }: { readonly found: Found }) {
  const say = useSay();
  return (
    <>
      {found.lacks.length === 0 && <p className="note good">✓ {say(words.healthy)}</p>}
      <Lacks
        title={words.must}
        about={words.mustAbout}
        lacks={found.lacks.filter(({ weight }) => weight === "must")}
      />
      <Lacks title={words.should} lacks={found.lacks.filter(({ weight }) => weight === "should")} />
      <section className="panel" aria-label={say(words.work)}>
        <h2>{say(words.work)}</h2>
        <dl className="facts">
          <dt>{say(words.rescues)}</dt>
          <dd>{found.work.rescues}</dd>
          <dt>{say(words.aside)}</dt>
          <dd>
            {found.work.aside === 0 ? 0 : <span className="late">▲ {found.work.aside}</span>}{" "}
            {found.work.aside > 0 && <small>{say(words.asideHint)}</small>}
          </dd>
          <dt>{say(words.mails)}</dt>
          <dd>
            <Link to="/admin/quarantine">{found.work.waitingMails}</Link>
          </dd>
        </dl>
        <p>
          <small>{say(words.aws)}</small>
        </p>
      </section>
      <section className="panel" aria-label={say(words.policies)}>
        <h2>{say(words.policies)}</h2>
        {found.ownPolicies.length === 0 && <p>{say(words.noPolicies)}</p>}
        <ul className="list">
          {found.ownPolicies.map(({ scope, version, effectiveFrom }) => (
            <li key={version}>
              <Link to={`/admin/policies?scope=${encodeURIComponent(scope)}`}>{version}</Link> ·{" "}
              {say(words.from)} <At instant={effectiveFrom} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface LacksProps {
  readonly title: Words;
  readonly about?: Words;
  readonly lacks: readonly Lack[];
}

function Lacks({ title, about, lacks }: LacksProps) {
  const say = useSay();
  if (lacks.length === 0) return undefined;
  return (
    <section className="panel" aria-label={say(title)}>
      <h2>
        {say(title)} <span className="chip soon">{lacks.length}</span>
      </h2>
      {about !== undefined && (
        <p>
          <small>{say(about)}</small>
        </p>
      )}
      <ul className="list rules">
        {lacks.map((lack) => (
          <li key={`${lack.code} ${lack.about}`}>
            <span>
              {lack.weight === "must" ? <span className="late">▲ </span> : <span className="soon">◆ </span>}
              <Sentence lack={lack} />
            </span>
            <MendLink code={lack.code} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sentence with the names that people use for what it is about: `forest-lake supervisor`. */
function Sentence({ lack: { sentence, about = "" } }: { readonly lack: Lack }) {
  const say = useSay();
  const { data: projects = [] } = useProjects();
  const named = about
    .split(" ")
    .map((part) => projects.find(({ id }) => id === part)?.name ?? say(wordsFor(postWords, part)))
    .join(" · ");
  return about === "" ? say(sentence) : say(sentence).replace(about, named);
}

function MendLink({ code }: { readonly code: string }) {
  const say = useSay();
  const page = isLackCode(code) ? mendedAt[code] : undefined;
  return page === undefined ? undefined : <Link to={page}>{say(words.mend)}</Link>;
}

function isLackCode(code: string): code is LackCode {
  return Object.hasOwn(lackWords, code);
}
