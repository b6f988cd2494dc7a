import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { quarantineWords } from "../../../../../lib/domain/words/quarantine.ts";
import { wordsFor } from "../../../../../lib/domain/words/words.ts";
import { body } from "../../../api/client.ts";
import type { components } from "../../../api/schema.ts";
import { useApi } from "../../../app/services.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { At } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { AdminPage } from "../parts/frame.tsx";
import { Letter } from "./letter.tsx";
import { SenderRules } from "./sender.tsx";

export type Mail = components["schemas"]["QuarantinedMail"];

export const words = {
  waiting: { zh: "待看", en: "to look at" },
  all: { zh: "全部", en: "all" },
  show: { zh: "显示", en: "Show" },
  none: { zh: "没有待看的隔离邮件。", en: "No mail waits to be looked at." },
  noneAtAll: { zh: "没有隔离邮件。", en: "There are no quarantined mails." },
  more: { zh: "更早的", en: "Earlier ones" },
  noSubject: { zh: "（无主题）", en: "(no subject)" },
  noSender: { zh: "（无发件人）", en: "(no sender)" },
  pick: { zh: "在左侧选一封信阅读。", en: "Choose a mail of the list to read it." },
  mails: { zh: "邮件", en: "Mails" },
  dismissed: { zh: "不是投诉", en: "no complaint" },
};

/** Mails that could not become a complaint: read as text, made a complaint, or put away. */
export function Page() {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const [all, setAll] = useState(false);
  const { mails, query } = useMails();
  const chosen = search.get("mail") ?? undefined;
  const listed = all ? mails : mails.filter((mail) => isWaiting(mail) || mail.id === chosen);
  const choose = (id: string | undefined) => setSearch(id === undefined ? {} : { mail: id });
  return (
    <AdminPage path="/admin/quarantine">
      <div className="tools" role="group" aria-label={say(words.show)}>
        {[false, true].map((every) => (
          <button
            key={String(every)}
            type="button"
            className="plain"
            aria-pressed={all === every}
            onClick={() => setAll(every)}
          >
            {say(every ? words.all : words.waiting)}
          </button>
        ))}
      </div>
      {query.error !== null && <Trouble error={query.error} />}
      <div className="sides">
        <section className="panel" aria-label={say(words.mails)}>
          {query.isSuccess && listed.length === 0 && <p>{say(all ? words.noneAtAll : words.none)}</p>}
          {listed.map((mail) => (
            <MailButton key={mail.id} mail={mail} chosen={mail.id === chosen} choose={choose} />
          ))}
          {query.hasNextPage && (
            <button type="button" className="plain" onClick={() => void query.fetchNextPage()}>
              {say(words.more)}
            </button>
          )}
        </section>
        {chosen === undefined ? (
          listed.length > 0 && <p className="panel">{say(words.pick)}</p>
        ) : (
          <Letter key={chosen} id={chosen} />
        )}
      </div>
      <SenderRules />
    </AdminPage>
  );
}

export function isWaiting({ accepted, dismissed }: Mail): boolean {
  return accepted === undefined && dismissed === undefined;
}

function useMails() {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: ["quarantine", "list"],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/quarantine", {
          params: { query: { limit: "50", ...(pageParam === "" ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.cursor,
  });
  return { query, mails: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}

interface MailButtonProps {
  readonly mail: Mail;
  readonly chosen: boolean;
  readonly choose: (id: string) => void;
}

function MailButton({ mail, chosen, choose }: MailButtonProps) {
  const say = useSay();
  return (
    <button type="button" className="plain pick" aria-pressed={chosen} onClick={() => choose(mail.id)}>
      <strong>{mail.subject ?? say(words.noSubject)}</strong>
      <br />
      <small>
        {mail.from ?? say(words.noSender)} · <At instant={mail.at} />
        <br />
        <Standing mail={mail} />
      </small>
    </button>
  );
}

/** Why it lies here, or what became of it. */
function Standing({ mail }: { readonly mail: Mail }) {
  const say = useSay();
  if (mail.accepted !== undefined)
    return <span className="good">✓ {mail.accepted.number ?? mail.accepted.projectId}</span>;
  if (mail.dismissed !== undefined) return <>{say(words.dismissed)}</>;
  return <span className="soon">◆ {say(wordsFor(quarantineWords, mail.reason))}</span>;
}
