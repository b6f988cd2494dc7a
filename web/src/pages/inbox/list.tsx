import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { Row } from "./query.ts";
import { RowEntry } from "./row.tsx";

interface RowListProps {
  readonly rows: readonly Row[];
  readonly nameOf: (id: string) => string;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

const estimatedHeight = 64;

/** A list of any length of which only what is on the screen exists. */
export function RowList({ rows, nameOf, selected, onSelect }: RowListProps) {
  const ref = useRef<HTMLUListElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => estimatedHeight,
    overscan: 12,
    scrollMargin: ref.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
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
