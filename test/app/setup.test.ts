import { beforeEach, describe, expect, test } from "vitest";
import { isProblem } from "../../lib/app/problems/problem.ts";
import { beginCompany } from "../../lib/app/setup/begin.ts";
import { makeSetupCode } from "../../lib/app/setup/code.ts";
import { plusSeconds, toInstant } from "../../lib/domain/time/instant.ts";
import { at } from "../support/builders.ts";
import { company, people, project } from "../support/organisation.ts";
import { type World, world } from "../support/world.ts";

let w: World;
beforeEach(() => {
  w = world(at("2026-03-02 10:00"));
  let salts = 0;
  w = { ...w, ports: { ...w.ports, crypto: { ...w.ports.crypto, salt: () => saltOf((salts += 1)) } } };
  Object.assign(w.organisation, { company: undefined, projects: [], people: [] });
  w.ports.organisation.putCompany = async (made) => {
    w.organisation.company = made;
  };
  w.ports.organisation.importAll = async (projects, people) => {
    w.organisation.projects = [...projects];
    w.organisation.people = [...people];
  };
});

function saltOf(nth: number): string {
  return Buffer.from(Uint8Array.from({ length: 16 }, (_, index) => (index * 37 + nth * 101) % 256)).toString(
    "base64url",
  );
}

async function newCode(): Promise<string> {
  const made = await makeSetupCode(w.ports);
  if (isProblem(made)) throw new Error(made.problem);
  return made.code;
}

const me = { name: "创始人", email: "founder@desk.example" };
const begin = (code: string, personId = "founder") =>
  beginCompany(w.ports, personId, { code, company, project, me });

describe("the first administrator", () => {
  test("brings a one-time code and stands at headquarters; the code is kept as a hash alone", async () => {
    const code = await newCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(JSON.stringify(await w.ports.setupCodes.find())).not.toContain(code.slice(0, 5));
    // As people type: small letters, blanks, o for zero.
    const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
    expect(await begin(typed)).toBeUndefined();
    expect(w.organisation.people).toEqual([
      { id: "founder", ...me, assignments: [{ post: "headquarters" }] },
    ]);
    expect(w.organisation.company).toEqual(company);
  });

  test("is told that it is done when asking again; whoever else works there is not", async () => {
    const code = await newCode();
    expect(await begin(code)).toBeUndefined();
    expect(await begin(code)).toBeUndefined();
    w.organisation.people.push({ ...people.clerk, id: "clerk-of-ours" });
    for (const personId of ["clerk-of-ours", "nobody"])
      expect(await begin(code, personId)).toMatchObject({ problem: "set-up-already" });
  });

  test.each<[string, (code: string) => Promise<unknown>]>([
    ["wrong", () => begin("AAAAA-AAAAA-AAAAA-AAAAA")],
    [
      "of yesterday",
      async (code) => {
        w.clock.set(plusSeconds(toInstant(w.clock.now()), 86_400));
        return begin(code);
      },
    ],
    [
      "replaced by a newer one",
      async (code) => {
        await newCode();
        return begin(code);
      },
    ],
    [
      "used by somebody else",
      async (code) => {
        const stored = await w.ports.setupCodes.find();
        expect(await w.ports.setupCodes.use(stored?.hash ?? "", "other")).toBe(true);
        return begin(code);
      },
    ],
  ])("is refused with a code that is %s, in the same words, and nothing is written", async (_, ask) => {
    expect(await ask(await newCode())).toMatchObject({ problem: "setup-code-refused" });
    expect(w.organisation.company).toBeUndefined();
    expect(w.organisation.people).toEqual([]);
  });

  test("no code where none was made, and after twenty wrong ones an hour no answer", async () => {
    for (let tries = 0; tries < 20; tries += 1)
      expect(await begin("x")).toMatchObject({ problem: "setup-code-refused" });
    expect(await begin("x")).toMatchObject({ problem: "too-many-requests" });
    // The right one is still taken: nobody locks the company out.
    expect(await begin(await newCode())).toBeUndefined();
  });

  test("a process that dies in the middle is repeated by the same person, and done once", async () => {
    const code = await newCode();
    const put = w.ports.organisation.putCompany.bind(w.ports.organisation);
    w.ports.organisation.putCompany = async () => {
      throw new Error("died");
    };
    await expect(begin(code)).rejects.toThrow("died");
    w.ports.organisation.putCompany = put;
    expect(await begin(code, "other")).toMatchObject({ problem: "setup-code-refused" });
    expect(await begin(code)).toBeUndefined();
    // The answer was lost: the same again is answered as done.
    expect(await begin(code)).toBeUndefined();
    expect(await begin(code, "other")).toMatchObject({ problem: "set-up-already" });
    expect(await makeSetupCode(w.ports)).toMatchObject({ problem: "set-up-already" });
  });
});
