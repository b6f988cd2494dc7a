import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useRef } from "react";
import type { Row } from "../../parts/open-complaints/row.ts";
import { type Cursor, indexOf, type Place, useCursor } from "./cursor.ts";
import { RowEntry } from "./row.tsx";

interface RowListProps {
  readonly rows: readonly Row[];
  /** Rows that are chosen; absent where none can be. */
  readonly choice?: {
    readonly selected: ReadonlySet<string>;
    readonly toggle: (id: string) => void;
  };
  /** Lets the page's keys move from row to row. */
  readonly cursor?: RefObject<Cursor | null>;
}

const estimatedHeight = 64;

/** A list of any length of which only what is on the screen exists. */
export function RowList({ rows, choice, cursor }: RowListProps) {
  const ref = useRef<HTMLUListElement>(null);
  const place = useRef<Place>(undefined);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => estimatedHeight,
    overscan: 6,
    scrollMargin: ref.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.id ?? index,
    rangeExtractor: (range) => withKept(defaultRangeExtractor(range), rows, place.current),
  });
  const scrollTo = useCallback((index: number) => virtual.scrollToIndex(index, { align: "auto" }), [virtual]);
  useCursor(place, rows, cursor, scrollTo);
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

function withKept(drawn: number[], rows: readonly Row[], place: Place | undefined): number[] {
  const kept = place === undefined ? undefined : indexOf(rows, place);
  return kept === undefined || drawn.includes(kept) ? drawn : [...drawn, kept].toSorted((a, b) => a - b);
}
