import { type BatchGetItemCommand, type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { expect, test } from "vitest";
import { getItem } from "../../../lib/adapters/dynamodb/core/together.ts";
import { known } from "../../support/http.ts";

interface Asked {
  readonly call: "one" | "batch";
  readonly keys: readonly string[];
}

/** A table with an item for every key but `none`; a batch leaves out whatever `busy` says. */
function tableThat(busy: (pk: string) => boolean = () => false, fails = false) {
  const asked: Asked[] = [];
  const consistent: (boolean | undefined)[] = [];
  const itemOf = (pk: string) => marshall({ pk, sk: "A", of: pk });
  const client = {
    async send(command: GetItemCommand | BatchGetItemCommand) {
      if (fails) throw new Error("the table is away");
      if (command instanceof GetItemCommand) {
        const pk = known(command.input.Key?.["pk"]?.S);
        asked.push({ call: "one", keys: [pk] });
        consistent.push(command.input.ConsistentRead);
        return pk === "none" ? {} : { Item: itemOf(pk) };
      }
      const { Keys = [], ConsistentRead } = known(command.input.RequestItems?.["t"]);
      consistent.push(ConsistentRead);
      const keys = Keys.map(({ pk }) => known(pk?.S));
      asked.push({ call: "batch", keys });
      const [left, read] = [keys.filter(busy), keys.filter((pk) => !busy(pk) && pk !== "none")];
      return {
        Responses: { t: read.map(itemOf) },
        UnprocessedKeys:
          left.length === 0 ? {} : { t: { Keys: left.map((pk) => marshall({ pk, sk: "A" })) } },
      };
    },
  } as unknown as DynamoDBClient;
  return { table: { client, name: "t" }, asked, consistent };
}

const at = (pk: string) => ({ pk, sk: "A" });

test("what is asked for at the same moment is read in one call, each item once", async () => {
  const { table, asked, consistent } = tableThat();
  const later = async () => {
    await Promise.resolve();
    return getItem(table, at("d"));
  };
  const found = await Promise.all([...["a", "b", "none", "a"].map((pk) => getItem(table, at(pk))), later()]);
  expect(found.map((item) => item?.["of"])).toEqual(["a", "b", undefined, "a", "d"]);
  expect(asked).toEqual([{ call: "batch", keys: ["a", "b", "none", "d"] }]);
  expect(consistent).toEqual([true]);
});

test("one item alone is read by itself, and what is asked for after an answer is read anew", async () => {
  const { table, asked } = tableThat();
  await getItem(table, at("a"));
  await getItem(table, at("a"));
  expect(asked).toEqual([
    { call: "one", keys: ["a"] },
    { call: "one", keys: ["a"] },
  ]);
});

test("what a busy partition left over is read one by one", async () => {
  const { table, asked, consistent } = tableThat((pk) => pk === "b");
  const found = await Promise.all(["a", "b", "c"].map((pk) => getItem(table, at(pk))));
  expect(found.map((item) => item?.["of"])).toEqual(["a", "b", "c"]);
  expect(asked.at(-1)).toEqual({ call: "one", keys: ["b"] });
  expect(consistent.every(Boolean)).toBe(true);
});

test("more than a call may carry goes in several", async () => {
  const { table, asked } = tableThat();
  const names = Array.from({ length: 230 }, (_, n) => `n${n}`);
  const found = await Promise.all(names.map((pk) => getItem(table, at(pk))));
  expect(found.map((item) => item?.["of"])).toEqual(names);
  expect(asked.map(({ keys }) => keys.length)).toEqual([100, 100, 30]);
});

test("a failed call is told to everybody who asked", async () => {
  const { table } = tableThat(undefined, true);
  const asked = await Promise.allSettled([getItem(table, at("a")), getItem(table, at("b"))]);
  expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
