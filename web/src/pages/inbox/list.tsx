import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useRef } from "react";
import type { Row } from "../../parts/open-complaints/row.ts";
import { RowEntry } from "./row.tsx";

interface RowListProps {
  readonly rows: readonly Row[];
  /** Rows that are chosen; absent where none can be. */
  readonly choice?: {
    readonly selected: ReadonlySet<string>;
    readonly toggle: (id: string) => void;
  };
  /** Lets the page move the focus from row to row. */
  readonly mover?: RefObject<((by: 1 | -1) => void) | undefined>;
}

function linkOf(id: string): HTMLElement | null {
  return document.querySelector(`a[data-row="${CSS.escape(id)}"]`);
}

/** The row that has the focus somewhere inside. */
export function focusedRow(): string | undefined {
  const row = document.activeElement?.closest("li[data-index]")?.querySelector("a[data-row]");
  return row instanceof HTMLElement ? row.dataset["row"] : undefined;
}

const estimatedHeight = 64;

/** A list of any length of which only what is on the screen exists. */
export function RowList({ rows, choice, mover }: RowListProps) {
  const ref = useRef<HTMLUListElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => estimatedHeight,
    overscan: 6,
    scrollMargin: ref.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const move = (by: 1 | -1) => {
    const before = rows.findIndex(({ id }) => id === focusedRow());
    const next = before < 0 ? 0 : Math.min(Math.max(before + by, 0), rows.length - 1);
    const row = rows[next];
    if (row === undefined) return;
    virtual.scrollToIndex(next, { align: "auto" });
    // A row that was out of sight exists only after the list has been drawn again.
    const known = linkOf(row.id);
    if (known === null) requestAnimationFrame(() => linkOf(row.id)?.focus());
    else known.focus();
  };
  if (mover !== undefined) mover.current = move;
  return (
    <ul className="rows" ref={ref} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        return row === undefined ? undefined : (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
          >
            {choice === undefined ? (
              <RowEntry row={row} />
            ) : (
              <RowEntry row={row} selected={choice.selected.has(row.id)} toggle={choice.toggle} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
