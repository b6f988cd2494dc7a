import * as z from "zod";
import type { ItemRef } from "../../../app/ports/alarms.ts";
import type { PageRequest } from "../../../app/ports/page.ts";
import type { ReadLog } from "../../../app/ports/read-log.ts";
import { type DataRead, hourOf, readWays, shownReasons } from "../../../domain/person-data/read.ts";
import { defined } from "../../../domain/present.ts";
import { read } from "../core/errors.ts";
import { updateItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryPage } from "../core/query.ts";
import { instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";

export const readSchema = z.looseObject({
  complaintId: text,
  number: text,
  projectId: text,
  by: text,
  way: z.enum(readWays),
  reason: z.enum(shownReasons).exactOptional(),
  firstAt: instant,
  lastAt: instant,
  times: z.int().min(1),
} satisfies Shape<DataRead>);

const counted = z.looseObject({ times: z.int().min(1) });

/** Who was shown what: each hour's reading stands twice, under the complaint and under the person. */
export function readLog(table: Table): ReadLog {
  return {
    async record(shown, at, until) {
      const refs = [keys.readOfComplaint(shown, hourOf(at)), keys.readOfPerson(shown, hourOf(at))];
      const [times = 1] = await Promise.all(refs.map((ref) => add(table, ref, shown, at, until)));
      return times === 1;
    },
    ofComplaint: (id, page) =>
      list(table, keys.readOfComplaint({ complaintId: id, by: "", way: "" }, "").pk, page),
    ofPerson: (id, page) => list(table, keys.readOfPerson({ complaintId: "", by: id, way: "" }, "").pk, page),
  };
}

async function add(
  table: Table,
  ref: ItemRef,
  { complaintId, number, projectId, by, way, reason }: Parameters<ReadLog["record"]>[0],
  at: string,
  until: string,
): Promise<number> {
  const attributes = await updateItem(table, {
    Key: ref,
    UpdateExpression:
      "ADD #times :one SET complaintId = :complaint, #number = :number, projectId = :project, #by = :by, #way = :way, " +
      (reason === undefined ? "" : "reason = :reason, ") +
      "firstAt = if_not_exists(firstAt, :at), lastAt = :at, expiresAt = :until",
    ExpressionAttributeNames: { "#times": "times", "#number": "number", "#by": "by", "#way": "way" },
    ExpressionAttributeValues: {
      ":one": 1,
      ":complaint": complaintId,
      ":number": number,
      ":project": projectId,
      ":by": by,
      ":way": way,
      ...(reason === undefined ? {} : { ":reason": reason }),
      ":at": at,
      ":until": Math.ceil(Date.parse(until) / 1000),
    },
    ReturnValues: "UPDATED_NEW",
  });
  return read(counted, attributes, ref).times;
}

async function list(table: Table, pk: string, page: PageRequest) {
  const { items, cursor } = await queryPage(
    table,
    {
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": pk },
      ScanIndexForward: false,
    },
    page,
  );
  return {
    items: items.map((item): DataRead => {
      const { complaintId, number, projectId, by, way, reason, firstAt, lastAt, times } = read(
        readSchema,
        item,
        {
          pk,
          sk: String(item.sk),
        },
      );
      return { complaintId, number, projectId, by, way, ...defined({ reason }), firstAt, lastAt, times };
    }),
    ...defined({ cursor }),
  };
}
