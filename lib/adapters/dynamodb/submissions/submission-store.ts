import * as z from "zod";
import type { Archive } from "../../../app/ports/archive.ts";
import type { SubmissionStore } from "../../../app/ports/submissions.ts";
import { nextAlarm } from "../../../domain/document/timer.ts";
import { type Submission, submissionId } from "../../../domain/submissions/submission.ts";
import { read } from "../core/errors.ts";
import { jsonText } from "../core/json-text.ts";
import { keys, SUBMISSION_SORT } from "../core/keys.ts";
import { queryAll } from "../core/query.ts";
import { alarmShard } from "../core/shard.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";
import { unarchived } from "../core/unarchived.ts";
import { insertItem, replaceItem } from "../core/versioned-item.ts";
import { submissionSchema } from "./submission-schema.ts";

const stored = z.object({ doc: jsonText });

/** Submissions in DynamoDB, those of a month beside each other; in the alarm index while somebody is to be told. */
export function submissionStore(
  table: Table,
  shards: number,
  archive: Archive<Submission> = unarchived,
): SubmissionStore {
  return {
    async load(month, projectId) {
      const item = await getItem(table, keys.submission(month, projectId));
      return item === undefined ? undefined : submissionOf(item);
    },

    whole: (document) => archive.whole(document),
    withTexts: (document) => archive.withTexts(document),
    without: (document, refs, parts) => archive.without(document, refs, parts),

    async insert(submission) {
      const found = await insertItem(table, submissionItem(await archive.fit(submission), shards));
      return found === undefined ? {} : { exists: submissionOf(found) };
    },

    async replace(submission, expectedRevision) {
      const found = await replaceItem(
        table,
        submissionItem(await archive.fit(submission), shards),
        expectedRevision,
      );
      return found === undefined ? {} : { conflict: submissionOf(found) };
    },

    async ofMonth(month) {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :month AND begins_with(sk, :sort)",
        ExpressionAttributeValues: { ":month": keys.submission(month, "").pk, ":sort": SUBMISSION_SORT },
        ConsistentRead: true,
      });
      return items.map(submissionOf);
    },
  };
}

/** The item of a submission, with what its index is built from. */
export function submissionItem(submission: Submission, shards: number) {
  const id = submissionId(submission);
  const at = nextAlarm(submission);
  return {
    ...keys.submission(submission.month, submission.projectId),
    revision: submission.revision,
    doc: JSON.stringify(submission),
    ...(at === undefined ? {} : { alarmShard: alarmShard(id, shards), alarmSk: `${at}#${id}` }),
  };
}

/** Reads a submission's item. Throws UnreadableItemError. */
export function submissionOf(item: Record<string, unknown>): Submission {
  const ref = { pk: String(item["pk"]), sk: String(item["sk"]) };
  return read(submissionSchema, read(stored, item, ref).doc, ref);
}
