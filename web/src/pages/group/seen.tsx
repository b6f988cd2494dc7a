import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { defined } from "../../../../lib/domain/present.ts";
import { clockWords } from "../../../../lib/domain/words/clocks.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { answered } from "../../api/client.ts";
import { useSend } from "../../app/services.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { useSay } from "../../words/words.ts";
import { commandRequest, type Group, type GroupCommandResult } from "./query.ts";

const words = {
  seen: { zh: "知晓，我来跟进", en: "Seen, I take care of it" },
};

/** The rung that somebody was told last and nobody has acknowledged. */
function openRung({ clocks }: Group) {
  return clocks
    .filter(({ stoppedAt }) => stoppedAt === undefined)
    .flatMap((clock) => clock.rungs.map((rung) => ({ clock, rung })))
    .filter(({ rung }) => rung.decidedAt !== undefined && rung.acknowledgedAt === undefined)
    .toSorted((a, b) => (b.rung.decidedAt ?? "").localeCompare(a.rung.decidedAt ?? ""))[0];
}

/** Stops the repeats and the next ways of an escalation; the limit runs on. */
export function Seen({ group }: { readonly group: Group }) {
  const say = useSay();
  const send = useSend();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const pending = openRung(group);
  if (pending === undefined || !group.allowed.includes("acknowledge")) return undefined;
  const { clock, rung } = pending;
  const acknowledge = () => {
    const { name, cycle, key } = clock;
    const body = { clock: name, cycle, rung: rung.id, ...defined({ key }) };
    answered<GroupCommandResult>(send(commandRequest(group, "acknowledge", body, crypto.randomUUID()))).then(
      () => queries.invalidateQueries({ queryKey: ["group", group.id] }),
      setError,
    );
  };
  return (
    <>
      {error !== undefined && <Trouble error={error} />}
      <button type="button" onClick={acknowledge}>
        {say.label(wordsFor(clockWords, clock.name))} · {say(words.seen)}
      </button>
    </>
  );
}
