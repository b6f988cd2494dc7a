import { createTransport, type Transporter } from "nodemailer";
import * as z from "zod";
import { parseMail } from "../../lib/adapters/mail-in/index.ts";
import { roundResult } from "../../lib/contracts/channels/views.ts";
import { registered } from "../../lib/contracts/complaints/registered.ts";
import { commandResult, complaintPage } from "../../lib/contracts/complaints/views.ts";
import { problemBody } from "../../lib/contracts/core/problem.ts";
import { eventResult } from "../../lib/contracts/events/views.ts";
import type { LocalCloud } from "../local/host/index.ts";
import { type Action, type Lane, momentsOf } from "./actions.ts";
import { type Answer, type DemoClient, expected, UnexpectedAnswer } from "./client.ts";
import { iso } from "./hours.ts";
import type { Journal } from "./journal.ts";
import type { Losses } from "./losses.ts";
import { rawMail, type Thread } from "./mime.ts";
import type { ScriptedComplaint, ScriptedMail } from "./script.ts";

export interface PlayerOptions {
  readonly cloud: LocalCloud;
  readonly client: DemoClient;
  readonly journal: Journal;
  readonly losses: Losses;
}

type Ids = Readonly<Record<string, string>>;

/** What a complaint's version is once it is registered. */
const firstVersion = 1;

/** Plays the script's actions against the running desk: people and systems, each over its own door. */
export class Player {
  readonly #options: PlayerOptions;
  readonly #versions = new Map<string, number>();
  readonly #smtp: Transporter;

  constructor(options: PlayerOptions) {
    this.#options = options;
    this.#smtp = createTransport({
      host: "127.0.0.1",
      port: options.cloud.smtpPort,
      secure: false,
      ignoreTLS: true,
      pool: true,
    });
  }

  /**
   * Plays what is not done yet; the clock runs to each instant and stands while its actions are done. What happens in
   * one instant follows at once: the desk need not have finished with the one when the next comes in.
   */
  async play(actions: readonly Action[], onProgress: (at: number) => void): Promise<void> {
    const { cloud } = this.#options;
    for (const { at, rounds } of momentsOf(actions)) {
      if (at > cloud.engine.now()) await cloud.engine.advanceTo(at);
      for (const lanes of rounds) await Promise.all(lanes.map((lane) => this.#playLane(lane)));
      onProgress(at);
    }
    this.#smtp.close();
  }

  async #playLane(lane: Lane): Promise<void> {
    const { journal } = this.#options;
    for (const { index, action } of lane) {
      if (!journal.isDone(index)) journal.record(index, await this.#perform(action));
    }
  }

  async #perform(action: Action): Promise<Ids> {
    switch (action.kind) {
      case "post":
        return this.#post(action.complaint);
      case "round":
        return this.#openBox(action);
      case "mail":
        await this.#mail(action.mail, action.at);
        return {};
      case "answer":
        await this.#answer(action.complaint, action.text, action.at);
        return {};
      case "step":
        return this.#command(action);
      case "repeat":
        await this.#repeat(action);
        return {};
      case "event":
        return this.#event(action);
      case "loss":
        this.#lose(action.loss);
        return {};
    }
  }

  async #post({ key, channel, delivery }: ScriptedComplaint): Promise<Ids> {
    if (delivery.kind !== "post") throw new RangeError(`${key} is not posted`);
    const path = `/channels/${channel}/complaints`;
    const answer = await this.#options.client.asSystem(delivery.system, path, delivery.body);
    return { [key]: expected(answer, [200, 201], `${path} ${key}`, registered).id };
  }

  async #openBox({ round, slips }: Extract<Action, { kind: "round" }>): Promise<Ids> {
    const { roundId, projectId, boxId, openedAt, openedBy, badSlip } = round;
    const bodies = slips.flatMap(({ delivery }) => (delivery.kind === "slip" ? [delivery.body] : []));
    const all = badSlip === undefined ? bodies : [...bodies, badSlip];
    if (all.length === 0) return {};
    const path = "/channels/mailbox/rounds";
    const body = { roundId, projectId, boxId, openedAt: iso(openedAt), openedBy, slips: all };
    const answer = await this.#options.client.asSystem("box-app", path, body);
    const { accepted } = expected(answer, [200], `${path} ${roundId}`, roundResult);
    if (accepted.length !== bodies.length) {
      throw new UnexpectedAnswer(
        `${path} ${roundId} accepted ${accepted.length} of ${bodies.length} good slips`,
      );
    }
    return Object.fromEntries(accepted.map(({ slipId, id }) => [slipId, id]));
  }

  async #mail(mail: ScriptedMail, at: number, thread?: Thread): Promise<void> {
    await this.#smtp.sendMail({
      envelope: { from: mail.from.address, to: [mail.to] },
      raw: rawMail(mail, at, thread),
    });
  }

  /** Answers our acknowledgement, as a mail program does. */
  async #answer({ key, delivery }: ScriptedComplaint, text: string, at: number): Promise<void> {
    if (delivery.kind !== "mail") throw new RangeError(`${key} did not come by mail`);
    const { mail } = delivery;
    const ours = this.#options.cloud.services.mails.sent().find(({ to }) => to.includes(mail.from.address));
    if (ours === undefined) throw new UnexpectedAnswer(`${mail.from.address} got no acknowledgement`);
    const { messageId, references, subject } = await parseMail(Buffer.from(ours.raw));
    await this.#mail(
      {
        ...mail,
        messageId: mail.messageId.replace("<", "<re-"),
        subject: `回复：${subject}`,
        text,
        style: "plain",
      },
      at,
      { inReplyTo: messageId ?? ours.messageId, references: [...references, messageId ?? ours.messageId] },
    );
  }

  async #command({ complaint, index, step }: Extract<Action, { kind: "step" }>): Promise<Ids> {
    const found = await this.#idOf(complaint, step.by);
    const path = `/complaints/${found.id}/commands/${step.command}`;
    const { client, journal } = this.#options;
    const named = step.into === undefined ? {} : { complaintId: journal.ids.get(step.into) };
    const give = (version: number) =>
      client.asPerson(
        step.by,
        "POST",
        path,
        { version, ...step.body, ...named },
        `${complaint.key}-${index}`,
      );
    let answer = await give(this.#versions.get(found.id) ?? firstVersion);
    // Somebody acted meanwhile: the refusal says how the complaint stands now.
    const { current } = answer.status === 409 ? problemBody.parse(answer.body) : {};
    if (current !== undefined) answer = await give(current.version);
    if (step.command === "close" && waitsForGroup(answer)) return found.ids;
    const view = expected(answer, [200], `${path} (${complaint.key} ${iso(step.at)})`, commandResult);
    this.#versions.set(found.id, view.version);
    return found.ids;
  }

  /** Its version rises with each report, and with nothing else that people do. */
  async #event({ event, report }: Extract<Action, { kind: "event" }>): Promise<Ids> {
    const { client, journal } = this.#options;
    const { key, by, body } = event;
    const given = event.reports[report - 1];
    if (given === undefined) {
      const answer = await client.asPerson(by, "POST", "/events", body, key);
      return { [key]: expected(answer, [200, 201], `/events ${key}`, eventResult).id };
    }
    const path = `/events/${journal.ids.get(key) ?? ""}/reports`;
    const answer = await client.asPerson(
      given.by,
      "POST",
      path,
      { version: report, ...given.body },
      `${key}-${report}`,
    );
    expected(answer, [200], path, eventResult);
    return {};
  }

  /** A complaint by mail has no answer that tells its id: staff look it up by the sender's address. */
  async #idOf(
    { key, projectId, delivery }: ScriptedComplaint,
    by: string,
  ): Promise<{ readonly id: string; readonly ids: Ids }> {
    const known = this.#options.journal.ids.get(key);
    if (known !== undefined) return { id: known, ids: {} };
    if (delivery.kind !== "mail") throw new UnexpectedAnswer(`${key} was never accepted`);
    const query = new URLSearchParams({ projectId, q: delivery.mail.from.address });
    const { items } = await this.#options.client.read(by, `/complaints?${query.toString()}`, complaintPage);
    const [item] = items;
    if (item === undefined || items.length > 1) {
      throw new UnexpectedAnswer(`${items.length} complaints of ${delivery.mail.from.address}`);
    }
    this.#versions.set(item.id, item.version);
    return { id: item.id, ids: { [key]: item.id } };
  }

  /** The same post again is the same complaint; another content under its id is refused. */
  async #repeat({ repeat, complaint }: Extract<Action, { kind: "repeat" }>): Promise<void> {
    const { channel, delivery, key } = complaint;
    if (delivery.kind !== "post") throw new RangeError(`${key} is not posted`);
    const path = `/channels/${channel}/complaints`;
    const body = repeat.changed ? { ...delivery.body, matter: "同一编号，不同内容。" } : delivery.body;
    const answer = await this.#options.client.asSystem(delivery.system, path, body);
    if (repeat.changed) expected(answer, [409], `${path} ${key} with other content`, problemBody);
    else expected(answer, [200], `${path} ${key} again`, z.looseObject({ id: z.string() }));
  }

  #lose({ what, of }: Extract<Action, { kind: "loss" }>["loss"]): void {
    const { losses, journal } = this.#options;
    switch (what) {
      case "reaction":
        losses.loseNext("REACT_QUEUE_URL");
        return;
      case "notice":
        losses.loseNext("NOTICE_QUEUE_URL");
        return;
      case "timer":
        // A demo that was killed right here has lost it before.
        losses.loseTimer(journal.ids.get(of) ?? "");
    }
  }
}

/**
 * Neighbours have made a B of it meanwhile (D11): closing wants the steps of a B, and the desk leaves it resolved as it
 * leaves most. The month counts it as done all the same.
 */
function waitsForGroup({ status, body }: Answer): boolean {
  if (status !== 422) return false;
  const { code, allowed = [] } = problemBody.parse(body);
  return code === "incomplete" && allowed.includes("leave-group");
}
