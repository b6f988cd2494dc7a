import type { CompanyFile } from "../../lib/contracts/company-file.ts";
import { hour, local } from "./hours.ts";
import type { Random } from "./random.ts";
import type { Script, ScriptedComplaint, ScriptedLoss } from "./script.ts";

type Extras = Pick<Script, "repeats" | "strayMails" | "answers" | "losses">;

/** What goes wrong around the complaints: repeats, strangers' mails, answers to our mails, messages of ours that are lost. */
export function extras(
  complaints: readonly ScriptedComplaint[],
  company: CompanyFile,
  random: Random,
): Extras {
  const posted = complaints.flatMap((one) =>
    one.delivery.kind === "post" ? [{ ...one, at: one.delivery.at }] : [],
  );
  posted.sort((a, b) => a.at - b.at);
  const mailed = complaints
    .filter((one) => one.delivery.kind === "mail")
    .sort((a, b) => a.receivedAt - b.receivedAt);
  const [first, second] = posted.filter(({ channel }) => channel === "phone");
  return {
    repeats: [
      ...(first === undefined ? [] : [{ at: first.at + 30_000, of: first.key, changed: false }]),
      ...(second === undefined ? [] : [{ at: second.at + 45_000, of: second.key, changed: true }]),
    ],
    strayMails: strayMails(company),
    answers: mailed
      .filter((_, index) => index % 9 === 0)
      .map(({ key, receivedAt }) => ({
        at: receivedAt + random.int(2, 9) * hour,
        of: key,
        text: "补充一下：问题还在，照片已经发到前台，请尽快安排人来看，谢谢。",
      }))
      .filter(({ at }) => at < local(1, "00:00", "2026-11")),
    losses: losses(posted, mailed),
  };
}

/**
 * Three of each kind where there are so many. Only where nothing else would heal it first: a complaint on which
 * somebody acts soon gets its reactions with that write.
 */
function losses(
  posted: readonly (ScriptedComplaint & { readonly at: number })[],
  mailed: readonly ScriptedComplaint[],
): ScriptedLoss[] {
  const lastDay = local(30, "00:00");
  const quiet = posted.filter(({ at, steps }) => at < lastDay && (steps[0]?.at ?? lastDay) > at + hour / 2);
  const untouched = quiet.filter(({ urgent, steps }) => !urgent && steps.length === 0).slice(0, 3);
  const acted = spread(quiet.filter(({ steps }) => steps.length > 0));
  return [
    ...acted.map(({ at, key }): ScriptedLoss => ({ at, what: "reaction", of: key })),
    ...spread(mailed).map(
      ({ receivedAt, key }): ScriptedLoss => ({ at: receivedAt, what: "notice", of: key }),
    ),
    // A timer that matters: nobody stops the clock before it would have fired.
    ...untouched.map(({ at, key }): ScriptedLoss => ({ at: at + 60_000, what: "timer", of: key })),
  ];
}

/** Up to three of the items, from all over the month. */
function spread<T>(items: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / 3));
  return items.filter((_, index) => index % step === 0).slice(0, 3);
}

function strayMails({ projects }: CompanyFile): Script["strayMails"] {
  const mailbox = projects[0]?.mailbox ?? "";
  return [
    {
      at: local(27, "11:20"),
      mail: {
        messageId: "<auto-reply-1@mail.sample.jiesu.example>",
        from: { name: "自动回复", address: "holiday@sample.jiesu.example" },
        to: mailbox,
        subject: "自动回复：您的来信已收到",
        text: "我正在休假，回来后会尽快处理您的邮件。",
        style: "plain",
        autoReply: true,
      },
    },
    {
      at: local(29, "16:05"),
      mail: {
        messageId: "<stranger-1@mail.sample.jiesu.example>",
        from: { name: "周先生", address: "stranger@sample.jiesu.example" },
        to: "kefu@jiesu.example",
        subject: "你们小区的路灯",
        text: "我们小区门口的路灯坏了一个星期，没有说是哪个小区也不知道该找谁。",
        style: "gbk",
      },
    },
  ];
}
