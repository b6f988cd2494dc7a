import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useRef } from "react";
import type { Row } from "./query.ts";
import { RowEntry } from "./row.tsx";

interface RowListProps {
  readonly rows: readonly Row[];
  readonly nameOf: (id: string) => string;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** Lets the page move the focus from row to row. */
  readonly mover: RefObject<((by: 1 | -1) => void) | undefined>;
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
export function RowList({ rows, nameOf, selected, onSelect, mover }: RowListProps) {
  const ref = useRef<HTMLUListElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => estimatedHeight,
    overscan: 12,
    scrollMargin: ref.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  mover.current = (by) => {
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
  const toggle = (id: string) => {
    const after = new Set(selected);
    if (!after.delete(id)) after.add(id);
    onSelect(after);
  };
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
            <RowEntry
              row={row}
              holder={row.handlerId === undefined ? undefined : nameOf(row.handlerId)}
              selected={selected.has(row.id)}
              toggle={toggle}
            />
          </li>
        );
      })}
    </ul>
  );
}
