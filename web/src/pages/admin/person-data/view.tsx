import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { isRemovedKind, keptKinds, removedKinds } from "../../../../../lib/domain/person-data/receipt.ts";
import { personDataKinds } from "../../../../../lib/domain/person-data/request.ts";
import type { Words } from "../../../../../lib/domain/words/words.ts";
import { body } from "../../../api/client.ts";
import type { components } from "../../../api/schema.ts";
import { useApi } from "../../../app/services.ts";
import { holdsOneOf, useMe } from "../../../parts/me.tsx";
import { Trouble } from "../../../parts/refusal.tsx";
import { At } from "../../../parts/time.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { useEverybody } from "../parts/everybody.ts";
import { SelectBox, TextBox } from "../parts/fields.tsx";
import { AdminPage } from "../parts/frame.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { Retention } from "./retention.tsx";

type Request = components["schemas"]["PersonDataRequest"];

const words = {
  record: { zh: "登记一个请求", en: "Record a request" },
  complaint: { zh: "投诉编号", en: "Complaint" },
  kind: { zh: "请求", en: "What is asked for" },
  add: { zh: "登记", en: "Record" },
  list: { zh: "请求", en: "Requests" },
  none: { zh: "没有人提出个人信息请求。", en: "Nobody has asked about personal data." },
  byCustomer: { zh: "客户本人", en: "the customer" },
  due: { zh: "答复期限", en: "to be decided by" },
  done: { zh: "已办理", en: "Done" },
  refuse: { zh: "不予办理", en: "Refuse" },
  reason: { zh: "理由（会告知本人）", en: "Why (the person is told)" },
  more: { zh: "更早的", en: "Earlier ones" },
  begin: {
    export: { zh: "制作副本", en: "Make the copy" },
    erasure: { zh: "开始删除", en: "Begin the erasure" },
  },
  sure: {
    zh: "删除后无法恢复。仍在处理的投诉等结束后再删。确定吗？",
    en: "What is erased cannot come back. Complaints still being handled wait until they are over. Are you sure?",
  },
  yes: { zh: "确定删除", en: "Erase" },
  progress: { zh: "办理进度", en: "Progress" },
  complaints: { zh: "涉及投诉", en: "Complaints" },
  removed: { zh: "已删除", en: "Removed" },
  kept: { zh: "保留", en: "Kept" },
  waiting: { zh: "等待结束", en: "Waiting until over" },
  fetch: { zh: "下载副本", en: "Fetch the copy" },
  until: { zh: "可下载至", en: "until" },
};
const kinds: Readonly<Record<Request["kind"], Words>> = {
  export: { zh: "查阅、复制", en: "a copy" },
  erasure: { zh: "删除", en: "erasure" },
};
const states = {
  open: { zh: "待办", en: "open" },
  overdue: { zh: "▲ 已过期", en: "▲ overdue" },
  running: { zh: "办理中", en: "being carried out" },
  done: { zh: "✓ 已办理", en: "✓ done" },
  refused: { zh: "不予办理", en: "refused" },
};
const key = ["person-data"] as const;

/** Who asks for a copy or erasure of the own data, until when it must be decided, and what became of it (个人信息保护法 50). */
export function Page() {
  const say = useSay();
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: key,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/person-data/requests", {
          params: { query: pageParam === "" ? {} : { cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.cursor,
  });
  const requests = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <AdminPage path="/admin/person-data">
      <Recording />
      <section className="panel" aria-label={say(words.list)}>
        <h2>{say(words.list)}</h2>
        {query.error !== null && <Trouble error={query.error} />}
        {query.isSuccess && requests.length === 0 && <p>{say(words.none)}</p>}
        <ul className="list">
          {requests.map((request) => (
            <RequestItem key={request.id} request={request} />
          ))}
        </ul>
        {query.hasNextPage && (
          <button type="button" className="plain" onClick={() => void query.fetchNextPage()}>
            {say(words.more)}
          </button>
        )}
      </section>
      <Retention />
    </AdminPage>
  );
}

function Recording() {
  const say = useSay();
  const send = useSendBody();
  const [complaint, setComplaint] = useState("");
  const [kind, setKind] = useState("");
  const saving = useSaving(
    () => send("POST", "/person-data/requests", { complaint: complaint.trim(), kind }),
    key,
  );
  return (
    <section className="panel" aria-label={say(words.record)}>
      <h2>{say(words.record)}</h2>
      {saving.error !== undefined && <Trouble error={saving.error} />}
      <form
        className="tools"
        onSubmit={(event) => {
          event.preventDefault();
          void saving.run().then((taken) => taken && setComplaint(""));
        }}
      >
        <TextBox label={say(words.complaint)} value={complaint} set={setComplaint} />
        <SelectBox
          label={say(words.kind)}
          empty={say(uiWords.choose)}
          value={kind}
          set={setKind}
          choices={personDataKinds.map((value) => ({ value, label: say.label(kinds[value]) }))}
        />
        <button type="submit" disabled={saving.busy}>
          {say(words.add)}
        </button>
      </form>
    </section>
  );
}

function RequestItem({ request }: { readonly request: Request }) {
  const say = useSay();
  const { nameOf } = useEverybody();
  const isOpen = request.state === "open" || request.state === "overdue";
  return (
    <li>
      <strong>{say.label(kinds[request.kind])}</strong> ·{" "}
      <Link to={`/c/${encodeURIComponent(request.number)}`}>{request.number}</Link>{" "}
      <span className={request.state === "overdue" ? "chip late" : "chip"}>{say(states[request.state])}</span>
      <br />
      <small>
        {request.by === "customer" ? say(words.byCustomer) : nameOf(request.by)} ·{" "}
        <At instant={request.askedAt} /> · {say(words.due)} <At instant={request.dueAt} />
      </small>
      {request.reason !== undefined && <p className="text">{request.reason}</p>}
      {request.job !== undefined && <Receipt id={request.id} job={request.job} />}
      {isOpen && <Beginning request={request} />}
      {isOpen && <Decision id={request.id} />}
    </li>
  );
}

/** What has been done, what was removed and what is kept, by which law. */
function Receipt({ id, job }: { readonly id: string; readonly job: NonNullable<Request["job"]> }) {
  const say = useSay();
  return (
    <>
      <p>
        {say(words.progress)} {job.done}/{job.total} · {say(words.complaints)} {job.complaints}
        {job.waiting.length > 0 && ` · ${say(words.waiting)} ${job.waiting.join("、")}`}
      </p>
      <ul className="list">
        {Object.entries(job.removed).map(([name, count]) =>
          isRemovedKind(name) ? (
            <li key={name}>
              {say(words.removed)} {count}：{say.label(removedKinds[name])}
            </li>
          ) : null,
        )}
        {job.copyUntil === undefined &&
          job.finishedAt !== undefined &&
          job.kept.map((name) => (
            <li key={name}>
              {say(words.kept)}：{say.label(keptKinds[name])}
            </li>
          ))}
      </ul>
      {job.copyUntil !== undefined && <Fetch id={id} until={job.copyUntil} />}
    </>
  );
}

/** The address is asked for at the click: it works for minutes only. */
function Fetch({ id, until }: { readonly id: string; readonly until: string }) {
  const say = useSay();
  const api = useApi();
  const fetching = useSaving(async () => {
    const { url } = await body(api.GET("/person-data/requests/{id}/copy", { params: { path: { id } } }));
    location.assign(url);
  });
  return (
    <p>
      {fetching.error !== undefined && <Trouble error={fetching.error} />}
      <button type="button" disabled={fetching.busy} onClick={() => void fetching.run()}>
        {say(words.fetch)}
      </button>{" "}
      <small>
        {say(words.until)} <At instant={until} />
      </small>
    </p>
  );
}

/** Headquarters begin what was asked for; an erasure is asked about once more. */
function Beginning({ request }: { readonly request: Request }) {
  const say = useSay();
  const me = useMe();
  const send = useSendBody();
  const [asked, setAsked] = useState(false);
  const isErasure = request.kind === "erasure";
  const beginning = useSaving(
    () => send("POST", isErasure ? "/person-data/erasures" : "/person-data/exports", { request: request.id }),
    key,
  );
  if (!holdsOneOf(me.data, ["headquarters"])) return null;
  return (
    <>
      {beginning.error !== undefined && <Trouble error={beginning.error} />}
      {asked && <p role="alert">{say(words.sure)}</p>}
      <div className="row-buttons">
        <button
          type="button"
          disabled={beginning.busy}
          onClick={() => {
            if (isErasure && !asked) setAsked(true);
            else void beginning.run();
          }}
        >
          {say(asked ? words.yes : words.begin[request.kind])}
        </button>
        {asked && (
          <button type="button" className="plain" onClick={() => setAsked(false)}>
            {say(uiWords.cancel)}
          </button>
        )}
      </div>
    </>
  );
}

function Decision({ id }: { readonly id: string }) {
  const say = useSay();
  const send = useSendBody();
  const [reason, setReason] = useState<string>();
  const deciding = useSaving(
    (decision: object) => send("POST", `/person-data/requests/${encodeURIComponent(id)}/decision`, decision),
    key,
  );
  return (
    <>
      {deciding.error !== undefined && <Trouble error={deciding.error} />}
      {reason === undefined ? (
        <div className="row-buttons">
          <button
            type="button"
            disabled={deciding.busy}
            onClick={() => void deciding.run({ outcome: "done" })}
          >
            {say(words.done)}
          </button>
          <button type="button" className="plain" onClick={() => setReason("")}>
            {say(words.refuse)}…
          </button>
        </div>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void deciding.run({ outcome: "refused", reason });
          }}
        >
          <TextBox label={say(words.reason)} value={reason} set={setReason} maxLength={1000} />
          <div className="row-buttons">
            <button type="submit" disabled={deciding.busy}>
              {say(words.refuse)}
            </button>
            <button type="button" className="plain" onClick={() => setReason(undefined)}>
              {say(uiWords.cancel)}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
