import { type KeyboardEvent, useRef } from "react";
import { flushSync } from "react-dom";
import { serverNow } from "../../api/server-time.ts";
import { useSay } from "../../words/words.ts";
import { endOfDay, fromWall, toWall } from "../wall-time.ts";
import { type FieldProps, LabelledGroup } from "./labelled.tsx";
import { NodePreview } from "./node-preview.tsx";
import { moved, type PlanNode, planNodes } from "./nodes.ts";
import { isList } from "./schema.ts";
import "./nodes.css";

const words = {
  node: { zh: "节点", en: "Node" },
  what: { zh: "做什么", en: "What is done" },
  until: { zh: "到", en: "Until" },
  up: { zh: "上移", en: "Move up" },
  down: { zh: "下移", en: "Move down" },
  remove: { zh: "移除", en: "Remove" },
  add: { zh: "＋ 节点", en: "＋ Node" },
  days: { zh: "天后", en: "d" },
  keys: {
    zh: "Enter 加下一个节点，Alt+↑↓ 调整顺序",
    en: "Enter adds the next node, Alt+↑↓ moves one",
  },
};

/** Offered beside the time: close of business so many days on. */
const daysOn = [1, 3, 7] as const;
const dayMs = 86_400_000;
/** Close of business (`default`). */
const closing = "T18:00";

/** D2: the time nodes of a plan, in their order; what each of them starts is said below it. */
export function NodesField(props: FieldProps) {
  const { value, set, schema, timeZone, faults, path } = props;
  const say = useSay();
  const list = useRef<HTMLOListElement>(null);
  const nodes = planNodes(value !== undefined && isList(value) ? value : []);
  const most = schema.maxItems ?? 20;
  const focus = (index: number) =>
    list.current?.querySelector<HTMLInputElement>(`[data-node="${index}"]`)?.focus();
  const change = (after: readonly PlanNode[], index: number) => {
    flushSync(() => set(after.map((node) => ({ ...node }))));
    focus(index);
  };
  const add = () => nodes.length < most && change([...nodes, { text: "", dueAt: "" }], nodes.length);
  const onKey = (event: KeyboardEvent, index: number) => {
    if (event.nativeEvent.isComposing || event.ctrlKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (index === nodes.length - 1) add();
      else focus(index + 1);
    }
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!event.altKey || step === 0) return;
    event.preventDefault();
    move(index, step);
  };
  const move = (index: number, step: -1 | 1) => {
    const to = index + step;
    if (to >= 0 && to < nodes.length) change(moved(nodes, index, to), to);
  };
  return (
    <LabelledGroup props={props}>
      <ol className="nodes" ref={list}>
        {nodes.map((node, index) => (
          <li key={index}>
            <NodeInputs
              node={node}
              index={index}
              timeZone={timeZone}
              set={(changed) => set(nodes.with(index, changed).map((one) => ({ ...one })))}
              onKey={(event) => onKey(event, index)}
            />
            <NodeButtons
              index={index}
              last={nodes.length - 1}
              move={(step) => move(index, step)}
              remove={() => change(nodes.toSpliced(index, 1), Math.max(0, index - 1))}
            />
            <NodePreview nodes={nodes} index={index} />
            {[`${path}.${index}.text`, `${path}.${index}.dueAt`].map(
              (at) =>
                faults.has(at) && (
                  <span key={at} className="fault">
                    {faults.get(at)}
                  </span>
                ),
            )}
          </li>
        ))}
      </ol>
      <button type="button" className="plain" disabled={nodes.length >= most} onClick={add}>
        {say(words.add)}
      </button>{" "}
      <small>{say(words.keys)}</small>
    </LabelledGroup>
  );
}

interface ButtonsProps {
  readonly index: number;
  readonly last: number;
  readonly move: (step: -1 | 1) => void;
  readonly remove: () => void;
}

function NodeButtons({ index, last, move, remove }: ButtonsProps) {
  const say = useSay();
  return (
    <div className="row-buttons">
      <button type="button" className="plain" disabled={index === 0} onClick={() => move(-1)}>
        ↑<span className="quiet"> {`${say(words.up)} ${index + 1}`}</span>
      </button>
      <button type="button" className="plain" disabled={index === last} onClick={() => move(1)}>
        ↓<span className="quiet"> {`${say(words.down)} ${index + 1}`}</span>
      </button>
      <button type="button" className="plain" onClick={remove}>
        {say(words.remove)} {index + 1}
      </button>
    </div>
  );
}

interface InputsProps {
  readonly node: PlanNode;
  readonly index: number;
  readonly timeZone: string;
  readonly set: (node: PlanNode) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

function NodeInputs({ node, index, timeZone, set, onKey }: InputsProps) {
  const say = useSay();
  const label = `${say(words.node)} ${index + 1} `;
  const after = (days: number) => {
    const midnight = endOfDay(serverNow() + (days - 1) * dayMs, timeZone);
    return (
      fromWall(toWall(new Date(midnight).toISOString(), timeZone).slice(0, 10) + closing, timeZone) ?? ""
    );
  };
  return (
    <div className="node-inputs">
      <input
        data-node={index}
        aria-label={label + say(words.what)}
        placeholder={say(words.what)}
        required
        value={node.text}
        onChange={({ target }) => set({ ...node, text: target.value })}
        onKeyDown={onKey}
      />
      <input
        type="datetime-local"
        aria-label={label + say(words.until)}
        required
        value={node.dueAt === "" ? "" : toWall(node.dueAt, timeZone)}
        onChange={({ target }) => set({ ...node, dueAt: fromWall(target.value, timeZone) ?? "" })}
      />
      {daysOn.map((days) => (
        <button
          key={days}
          type="button"
          className="plain"
          aria-label={`${label}${days} ${say(words.days)} 18:00`}
          onClick={() => set({ ...node, dueAt: after(days) })}
        >
          {days}
          {say(words.days)}
        </button>
      ))}
    </div>
  );
}
