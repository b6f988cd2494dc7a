import { createContext, useContext } from "react";
import { clockWords } from "../../../../lib/domain/words/clocks.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { useSay } from "../../words/words.ts";
import { lengthWords, useInstantWords, useNow } from "../time.tsx";
import { type NodeWarning, type PlanNode, type RunningClock, warningsOf } from "./nodes.ts";

/** The clocks that run on what a form is about. */
export const RunningClocks = createContext<readonly RunningClock[]>([]);

/** What a node starts once the plan counts, and what speaks against its time. */
export function NodePreview({
  nodes,
  index,
}: {
  readonly nodes: readonly PlanNode[];
  readonly index: number;
}) {
  const say = useSay();
  const now = useNow();
  const instant = useInstantWords();
  const clocks = useContext(RunningClocks);
  const dueAt = nodes[index]?.dueAt ?? "";
  if (dueAt === "") return undefined;
  const left = Date.parse(dueAt) - now;
  const length = lengthWords(left);
  const sentence = {
    zh: `方案批准并经客户同意后计时，${instant(dueAt)}到期${left > 0 ? `（还有${length.zh}）` : ""}；之前提醒处理人，到期未完成即督办。`,
    en: `Counts once the plan is approved and agreed; due ${instant(dueAt)}${left > 0 ? ` (${length.en} left)` : ""}. The handler is reminded before; what is not done by then is escalated.`,
  };
  const warnings = warningsOf(nodes, index, clocks, now);
  return (
    <>
      <small className="node-clock">● {say(sentence)}</small>
      {warnings.map((warning) => (
        <small key={warning.kind === "after" ? warning.clock.name : warning.kind} className="soon">
          ◆ <Warning warning={warning} />
        </small>
      ))}
    </>
  );
}

function Warning({ warning }: { readonly warning: NodeWarning }) {
  const say = useSay();
  const instant = useInstantWords();
  switch (warning.kind) {
    case "past":
      return say({ zh: "这个时间已经过去。", en: "This time has passed." });
    case "order":
      return say({ zh: "早于上一个节点。", en: "Earlier than the node above." });
    case "after": {
      const { name, dueAt } = warning.clock;
      const limit = wordsFor(clockWords, name);
      return say({
        zh: `晚于「${limit.zh}」时限 ${instant(dueAt)}。`,
        en: `Later than the limit “${limit.en}”, ${instant(dueAt)}.`,
      });
    }
  }
}
