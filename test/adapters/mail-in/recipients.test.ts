import { expect, it } from "vitest";
import { parseMail } from "../../../lib/adapters/mail-in/index.ts";

const mail = (headers: string): Promise<{ to: string[] }> => parseMail(Buffer.from(`${headers}\r\n\r\ntext`));

it("names every mailbox a mail was sent to, the delivering server's first, each once", async () => {
  const { to } = await mail(
    [
      "From: owner@example.com",
      'To: "森林湖, 客服" <Forest@Desk.Example>, other@desk.example',
      "Cc: forest@desk.example",
      "Delivered-To: tower@desk.example",
    ].join("\r\n"),
  );
  expect(to).toEqual(["tower@desk.example", "forest@desk.example", "other@desk.example"]);
});

it("names nobody where the fields hold no address", async () => {
  expect((await mail("From: a@b.cc\r\nTo: undisclosed-recipients:;")).to).toEqual([]);
});

it("reads a name with a comment inside a comment", async () => {
  const { from } = await parseMail(Buffer.from("From: w@jiesu.example (Wang (Fang) Li)\r\n\r\ntext"));
  expect(from).toEqual({ name: "Wang (Fang) Li", address: "w@jiesu.example" });
});
