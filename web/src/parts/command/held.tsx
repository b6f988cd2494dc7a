import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { commandWords } from "../../../../lib/domain/words/commands.ts";
import { body } from "../../api/client.ts";
import type { components } from "../../api/schema.ts";
import { serverNow } from "../../api/server-time.ts";
import { useApi } from "../../app/services.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { forgetDraft } from "../draft.ts";
import { useTrouble } from "../refusal.tsx";
import { refreshComplaint } from "./refresh.ts";

export type Held = components["schemas"]["HeldCommand"];

export const heldKey = ["held"] as const;
const lookAgainMs = 1000;

const words = {
  leaves: { zh: "秒后提交", en: "s until it is submitted" },
  sent: { zh: "已提交", en: "Submitted" },
  refused: { zh: "没有提交", en: "Not submitted" },
  done: { zh: "完成", en: "done" },
  notDone: { zh: "未完成", en: "refused" },
  group: { zh: "群体", en: "Group" },
  open: { zh: "打开", en: "Open" },
};

/**
 * What this person has given and may still call back: it waits on the server, so that closing the page changes nothing, and
 * what could not be given is shown again wherever the desk is opened next.
 */
function useHeld() {
  const api = useApi();
  return useQuery<readonly Held[]>({
    queryKey: heldKey,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => ((state.data ?? []).some(isOnItsWay) ? lookAgainMs : false),
    queryFn: async ({ signal }) => (await body(api.GET("/held-commands", { signal }))).items,
  });
}

function isOnItsWay({ state }: Held): boolean {
  return state === "waiting" || state === "leaving";
}

/** Below every page: what waits to leave, and what became of it. */
export function HeldCommands({ children }: { readonly children: ReactNode }) {
  const { data = [] } = useHeld();
  const left = useLeft(data);
  return (
    <>
      {children}
      <div className="toasts">
        {data
          .filter((held) => held.state !== "left" || left.shown.has(held.id))
          .map((held) => (
            <HeldToast key={held.id} held={held} dismiss={() => left.dismiss(held.id)} />
          ))}
      </div>
    </>
  );
}

/** What was seen waiting and has left is said, and everything that shows its complaint looks again. */
function useLeft(helds: readonly Held[]) {
  const queries = useQueryClient();
  const waited = useRef(new Set<string>());
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const held of helds) {
      if (isOnItsWay(held)) waited.current.add(held.id);
      if (held.state !== "left") continue;
      forgetDraft(held.key);
      if (!waited.current.delete(held.id)) continue;
      setShown((before) => new Set([...before, held.id]));
      void refreshComplaint(queries, held.complaintId);
      if (held.groupId !== undefined) void queries.invalidateQueries({ queryKey: ["group", held.groupId] });
    }
  }, [helds, queries]);
  const dismiss = (id: string) => setShown((before) => new Set([...before].filter((one) => one !== id)));
  return { shown, dismiss };
}

/** What can be done with one that has not left. */
function useDeal(held: Held) {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const trouble = useTrouble();
  const [fault, setFault] = useState<string>();
  const deal = async (act: "call-back" | "let-go") => {
    const params = { path: { id: held.id } };
    try {
      await body(
        act === "let-go"
          ? api.POST("/held-commands/{id}/let-go", { params })
          : api.POST("/held-commands/{id}/call-back", { params }),
      );
      setFault(undefined);
      return true;
    } catch (error) {
      setFault(trouble(error));
      return false;
    } finally {
      await queries.invalidateQueries({ queryKey: heldKey });
    }
  };
  /** Back to the form with everything that was typed, from wherever one is. */
  const reopen = async () => {
    if (!(await deal("call-back"))) return;
    await navigate(`${placeOf(held)}?do=${held.command}`, { state: { typed: held.sent } });
  };
  return { fault, reopen, letGo: () => deal("let-go") };
}

function placeOf({ groupId, complaintId }: Held): string {
  return groupId === undefined ? `/c/${complaintId}` : `/g/${groupId}`;
}

/** `✓ 已提交` or, of a group, for how many members. */
function Left({ held, title }: { readonly held: Held; readonly title: string }) {
  const say = useSay();
  const { outcomes } = held;
  if (outcomes === undefined) return <span>{`✓ ${title} · ${say(words.sent)}`}</span>;
  const { done, already, refused } = outcomes;
  return (
    <span>
      {refused === 0 ? "✓" : "▲"} {title} · {say(words.done)} {done + already}
      {refused > 0 && ` · ${say(words.notDone)} ${refused}`} <Link to={placeOf(held)}>{say(words.open)}</Link>
    </span>
  );
}

function HeldToast({ held, dismiss }: { readonly held: Held; readonly dismiss: () => void }) {
  const say = useSay();
  const { fault, reopen, letGo } = useDeal(held);
  const about = held.groupId === undefined ? held.number : `${say(words.group)} ${held.number}`;
  const title = `${say.label(commandWords[held.command])} · ${about}`;
  const said = fault === undefined ? undefined : <span className="fault">{fault}</span>;
  switch (held.state) {
    case "waiting":
      return (
        <div className="toast" role="status">
          <Remaining until={Date.parse(held.leavesAt)} title={title} />
          {said}
          <button type="button" className="plain" onClick={() => void reopen()}>
            {say(uiWords.undo)}
          </button>
          <button type="button" className="plain" onClick={() => void letGo()}>
            {say(uiWords.sendNow)}
          </button>
        </div>
      );
    case "leaving":
      return (
        <div className="toast" role="status">
          {title} · {say(uiWords.sending)}
        </div>
      );
    case "refused":
      return (
        <div className="toast" role="alert">
          <span>
            {title} · {say(words.refused)}
            {held.refusal !== undefined && `：${say(held.refusal.title)}`}
          </span>
          {said}
          <button type="button" className="plain" onClick={() => void reopen()}>
            {say(words.open)}
          </button>
        </div>
      );
    case "left":
      return (
        <div className="toast" role="status">
          <Left held={held} title={title} />
          <button type="button" className="plain" aria-label={say(uiWords.close)} onClick={dismiss}>
            ×
          </button>
        </div>
      );
    case "called-back":
      return undefined;
  }
}

function Remaining({ until, title }: { readonly until: number; readonly title: string }) {
  const say = useSay();
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return (
    <span>
      {title} · {seconds} {say(words.leaves)}
    </span>
  );
}
