import { useState } from "react";
import { defined } from "../../../../lib/domain/present.ts";
import { useSessionState } from "../../app/services.ts";
import { Countdown } from "../../parts/clocks.tsx";
import { type CommandName, useGiveCommand } from "../../parts/command/give.ts";
import type { Values } from "../../parts/command/schema.ts";
import { useNames } from "../../parts/directory.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { At } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { type ClockDetail, type Complaint, useClocks } from "./query.ts";

const words = {
  title: { zh: "督办", en: "Escalation" },
  told: { zh: "督办于", en: "escalated" },
  holder: { zh: "现责任人", en: "Held by" },
  seen: { zh: "知晓", en: "Acknowledge" },
  take: { zh: "接手", en: "Take over" },
  taking: { zh: "由我接手处理。", en: "I take it over." },
  pass: { zh: "转派", en: "Pass on" },
  instruct: { zh: "指示", en: "Instruct" },
  done: { zh: "已知晓，不再重复提醒。", en: "Acknowledged; it is not repeated." },
};

interface QuickBarProps {
  readonly complaint: Complaint;
  readonly onPick: (command: CommandName, initial?: Values) => void;
}

/** The rung that somebody was told last and nobody has acknowledged. */
function openRung(clocks: readonly ClockDetail[]) {
  return clocks
    .filter(({ stoppedAt }) => stoppedAt === undefined)
    .flatMap((clock) => clock.rungs.map((rung) => ({ clock, rung })))
    .filter(({ rung }) => rung.decidedAt !== undefined && rung.acknowledgedAt === undefined)
    .toSorted((a, b) => (b.rung.decidedAt ?? "").localeCompare(a.rung.decidedAt ?? ""))[0];
}

/** What a manager does from a mail on a phone, in two taps: seen, take over, pass on, instruct. */
export function QuickBar({ complaint, onPick }: QuickBarProps) {
  const say = useSay();
  const give = useGiveCommand();
  const state = useSessionState();
  const nameOf = useNames(complaint.projectId);
  const { data } = useClocks(complaint);
  // Tapped again after a lost answer it is the same word.
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const [outcome, setOutcome] = useState<"done" | { readonly error: unknown }>();
  const pending = openRung(data?.clocks ?? []);
  const may = (command: CommandName) => complaint.allowed.some((name) => name === command);
  const { departmentId, handlerId, version } = complaint;
  const me = state.kind === "signed-out" ? "" : state.personId;

  const acknowledge = async () => {
    if (pending === undefined) return;
    const { clock, rung } = pending;
    const { name, cycle, key } = clock;
    const given = {
      complaintId: complaint.id,
      command: "acknowledge",
      version,
      values: { clock: name, cycle, rung: rung.id, ...defined({ key }) },
      idempotencyKey,
    } as const;
    try {
      await give(given);
      setKey(crypto.randomUUID());
      setOutcome("done");
    } catch (error) {
      setOutcome({ error });
    }
  };
  const passing: CommandName = may("transfer") ? "transfer" : "assign";
  const home = defined({ departmentId });
  const takeOver = () =>
    onPick(passing, {
      ...home,
      handlerId: me,
      ...(passing === "transfer" ? { reason: say(words.taking) } : {}),
    });

  return (
    <section className="panel quick" aria-label={say(words.title)}>
      <p>
        {say(words.holder)}：<b>{handlerId === undefined ? say(uiWords.nobody) : nameOf(handlerId)}</b>
      </p>
      {pending !== undefined && (
        <p>
          <Countdown clock={pending.clock} showDue />
          {pending.rung.decidedAt !== undefined && (
            <small>
              {" "}
              · {say(words.told)} <At instant={pending.rung.decidedAt} />
            </small>
          )}
        </p>
      )}
      <div className="row-buttons">
        {pending !== undefined && may("acknowledge") && (
          <button type="button" onClick={() => void acknowledge()}>
            {say(words.seen)}
          </button>
        )}
        {may(passing) && handlerId !== me && (
          <button type="button" className="plain" onClick={takeOver}>
            {say(words.take)}
          </button>
        )}
        {may(passing) && (
          <button type="button" className="plain" onClick={() => onPick(passing)}>
            {say(words.pass)}
          </button>
        )}
        {may("instruct") && (
          <button type="button" className="plain" onClick={() => onPick("instruct")}>
            {say(words.instruct)}
          </button>
        )}
      </div>
      {outcome === "done" && (
        <p className="note good" role="status">
          {say(words.done)}
        </p>
      )}
      {outcome !== undefined && outcome !== "done" && <Trouble error={outcome.error} />}
    </section>
  );
}
