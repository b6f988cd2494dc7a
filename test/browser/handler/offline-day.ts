import type { BrowserContext, Page } from "playwright-core";
import type { Desk } from "../../e2e/desk.ts";
import type { TestBrowser } from "../browser.ts";
import { command, type HandlersJob, makeJobs, photograph, recorded } from "./jobs.ts";
import { openPhone } from "./window.ts";

export interface Day {
  readonly seed: number;
  readonly hours: number;
  readonly actions: number;
  readonly photos: number;
  readonly kills: number;
  readonly jobs: number;
}

/** What was done, and what became of it. */
export interface Outcome {
  /** The phone showed it in its outbox. */
  readonly kept: number;
  readonly killed: number;
  /** Kept, and neither on record nor asked about. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Photos that the phone had kept and that are not on record with what they belong to. */
  readonly photosLost: readonly string[];
  /** 需您决定, and decided by the person at the end. */
  readonly asked: number;
}

interface Deed {
  readonly job: HandlersJob;
  readonly text: string;
  readonly photos: number;
  /** Undefined while nobody knows: the page died before it had said that it was kept. */
  kept?: true;
}

const accepting = "接单";

/** A day in the cellar: everything is done without signal, the page dies now and then, and at the end there is signal. */
export async function offlineDay(browser: TestBrowser, desk: Desk, day: Day): Promise<Outcome> {
  const random = dice(day.seed);
  const rooms = Array.from({ length: day.jobs }, (_, n) => `${day.seed}${String(n + 1).padStart(2, "0")}`);
  const jobs = await makeJobs(desk, rooms);
  const phone = await openPhone(browser, desk);
  await phone.page
    .locator(".job")
    .nth(day.jobs - 1)
    .waitFor();
  const began = desk.cloud.engine.now();
  const cellar = new Cellar(phone.context, phone.page, random);
  await phone.context.setOffline(true);
  await cellar.work(jobs, day, began);
  for (const job of jobs.slice(0, 2)) await meanwhile(desk, job);
  const evening = began + day.hours * 3_600_000;
  await desk.to(new Date(evening).toISOString());
  await phone.context.clock.setFixedTime(desk.cloud.engine.now());
  await phone.context.setOffline(false);
  await cellar.sendAll(day.kills);
  const asked = await cellar.decideAll();
  const outcome = { ...(await compared(desk, jobs, cellar.deeds)), asked, killed: cellar.killed };
  await phone.context.close();
  return outcome;
}

class Cellar {
  readonly deeds: Deed[] = [];
  killed = 0;
  readonly #context: BrowserContext;
  readonly #random: () => number;
  #page: Page;

  constructor(context: BrowserContext, page: Page, random: () => number) {
    this.#context = context;
    this.#page = page;
    this.#random = random;
  }

  async work(jobs: readonly HandlersJob[], { actions, photos, kills, hours, seed }: Day, began: number) {
    const dying = new Set(Array.from({ length: kills }, () => Math.floor(this.#random() * actions)));
    for (let n = 0; n < actions; n += 1) {
      await this.#context.clock.setFixedTime(began + (n * hours * 3_600_000) / actions);
      const job = jobs[n < jobs.length ? n : Math.floor(this.#random() * jobs.length)];
      if (job === undefined) throw new Error("no job");
      // Photos are spread over the day: the first actions take one more where it does not come out even.
      const some = Math.floor((photos * (n + 1)) / actions) - Math.floor((photos * n) / actions);
      const isLast = n === actions - 1;
      const text = n < jobs.length ? accepting : `第 ${seed}-${n} 件`;
      const deed: Deed = { job, text, photos: text === accepting ? 0 : some };
      this.deeds.push(deed);
      if ((await this.#path()) !== `/m/c/${job.id}`) await this.#page.goto(`/m/c/${job.id}`);
      const begun = this.#do(deed, isLast ? "完成" : n % 2 === 0 ? "备注" : "记进展", n);
      if (dying.has(n)) {
        // Nobody waits for it while the page dies.
        begun.catch(() => undefined);
        await this.#pause(this.#random() * 400);
        await this.#kill();
        await begun.catch(() => undefined);
      } else await begun;
    }
  }

  async #do(deed: Deed, button: string, n: number): Promise<void> {
    const page = this.#page;
    if (deed.text === accepting) {
      const accept = page.getByRole("button", { name: accepting, exact: true });
      await accept.waitFor();
      await accept.click();
    } else {
      await page.getByRole("button", { name: button, exact: true }).click();
      await page.locator("textarea").fill(deed.text);
      if (deed.photos > 0) {
        const pictures = Array.from({ length: deed.photos }, (_, one) => photograph(64, 48, n * 10 + one));
        await page.locator("dialog input[type=file]").setInputFiles(pictures.slice(0, 1));
        for (const [index, picture] of pictures.entries()) {
          if (index > 0) await page.locator("dialog input[type=file]").setInputFiles([picture]);
          await page.locator("dialog .files li").nth(index).waitFor();
        }
      }
      await page.getByRole("button", { name: "提交", exact: true }).click();
    }
    // By its own words: the outbox may still be on its way onto the page when the action begins.
    await page.locator(".entry", { hasText: deed.text }).first().waitFor();
    deed.kept = true;
  }

  /** The page goes as a phone takes it: closed from one moment to the next, or its process dies. */
  async #kill(): Promise<void> {
    this.killed += 1;
    const page = this.#page;
    if (this.#random() < 0.5) await page.close({ runBeforeUnload: false });
    else {
      void page.goto("chrome://crash").catch(() => undefined);
      await page.waitForEvent("crash");
      await page.close();
    }
    this.#page = await this.#context.newPage();
    await this.#page.goto("/m");
    await this.#page.locator(".head").waitFor();
  }

  /** Opens the outbox until nothing waits that could be sent; the page dies meanwhile. */
  async sendAll(kills: number): Promise<void> {
    for (let n = 0; n < kills; n += 1) {
      await this.#page.goto("/m/out");
      await this.#pause(this.#random() * 600);
      await this.#kill();
    }
    await this.#page.goto("/m/out");
    await this.#settled();
  }

  /** The person looks at what is asked, and wants it all the same; what is impossible is kept as a note. */
  async decideAll(): Promise<number> {
    let asked = 0;
    for (;;) {
      const decisions = this.#page.locator(".entry.decide");
      const open = await decisions.count();
      if (open === 0) return asked;
      const first = decisions.first();
      asked += 1;
      const before = await first.locator(".text, b").first().innerText();
      const note = first.getByRole("button", { name: "改为备注留下" });
      const again = first.getByRole("button", { name: "看过了，照样发" });
      if (asked > 100) throw new Error(`asked again and again: ${before}`);
      await ((await note.count()) > 0 ? note : again).click();
      await decisions.nth(open - 1).waitFor({ state: "detached" });
      await this.#settled();
    }
  }

  /** Nothing is under way any more; what stands behind a decision waits for it. */
  async #settled(): Promise<void> {
    const page = this.#page;
    await page.locator(".entry").first().waitFor();
    try {
      const timeout = 30_000;
      await page
        .locator(".entry.waiting")
        .filter({ hasNotText: "等上面那条" })
        .first()
        .waitFor({ state: "detached", timeout });
      await page.locator(".foot button[disabled]").waitFor({ state: "detached", timeout });
    } catch (cause) {
      throw new Error(await page.locator("body").innerText(), { cause });
    }
  }

  async #path(): Promise<string> {
    return new URL(this.#page.url()).pathname;
  }

  #pause(milliseconds: number): Promise<void> {
    return this.#page.waitForTimeout(milliseconds);
  }
}

/** Others work too: one job is given to somebody else, about another one its customer writes. */
async function meanwhile(desk: Desk, { id }: HandlersJob): Promise<void> {
  await command(desk, id, "customer-message", { text: "水又来了" });
  await command(desk, id, "transfer", {
    departmentId: "engineering",
    handlerId: "lake-engineering-head",
    reason: "换人处理",
  });
}

async function compared(desk: Desk, jobs: readonly HandlersJob[], deeds: readonly Deed[]) {
  const times = new Map<string, number>();
  const photosOf = new Map<string, number>();
  const files: string[] = [];
  for (const { id } of jobs) {
    const { events } = await recorded(desk, id);
    let last = "";
    for (const { type, texts, facts } of events) {
      const text = texts["text"] ?? "";
      const [named] = /第 \S+ 件/.exec(text) ?? [];
      if (type === "accepted") times.set(`${id} ${accepting}`, (times.get(`${id} ${accepting}`) ?? 0) + 1);
      if (named !== undefined) {
        last = `${id} ${named}`;
        times.set(last, (times.get(last) ?? 0) + 1);
      } else if (type === "noted" && text.includes(accepting)) {
        times.set(`${id} ${accepting}`, (times.get(`${id} ${accepting}`) ?? 0) + 1);
      }
      if (type === "attachmentsStored") {
        photosOf.set(last, (photosOf.get(last) ?? 0) + (facts.files?.length ?? 0));
        for (const file of facts.files ?? []) files.push(`${id} ${file.id}`);
      }
    }
  }
  const nameOf = ({ job, text }: Deed) => `${job.id} ${text}`;
  const kept = deeds.filter((deed) => deed.kept === true);
  return {
    kept: kept.length,
    lost: kept.map(nameOf).filter((name) => !times.has(name)),
    doubled: [
      ...[...times].filter(([, count]) => count > 1).map(([name]) => name),
      ...files.filter((file, index) => files.indexOf(file) < index),
    ],
    // A draft that outlived a death of the page brings its photos along with the next of its kind: there may be more.
    photosLost: kept
      .filter((deed) => (photosOf.get(nameOf(deed)) ?? 0) < deed.photos)
      .map((deed) => `${nameOf(deed)}: ${photosOf.get(nameOf(deed)) ?? 0} of ${deed.photos}`),
  };
}

/** The same numbers for the same seed. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
