import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** What a linter cannot say of the whole tree. An offender is mended; a line here needs a reason. */
const LINES_OF_A_FUNCTION = 70;
const LINES_OF_A_FILE = 400;

/** Long files that nobody reads from top to bottom, by name and reason. */
const longFiles: Readonly<Record<string, string>> = {
  "test/simulation/planted/faults.ts": "a table, an entry for each planted mistake",
  "lib/client/schema.ts": "written by openapi-typescript from docs/openapi.json",
};

/** Words of the vocabulary that stand for something else elsewhere, `file: key word` with the reason. */
const otherMeanings: Readonly<Record<string, string>> = {
  "lib/domain/analytics/views.ts: government 政府转办": "a view of the month's figures, no channel",
  "lib/domain/person-data/receipt.ts: quarantine 隔离邮件":
    "what an erasure took away, beside what the nightly run lets go",
  "lib/domain/submissions/company-texts.ts: other 其他":
    "a section of the company's monthly, no kind of complainant",
};

/** Programs for one platform among what is not for development only. */
const nativePrograms: Readonly<Record<string, string>> = {
  "node_modules/@dynoxide/linux-x64":
    "the local cloud's table engine, optional and a process of its own; nothing deployed has it",
};

const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" }).split("\n").filter(Boolean);
const code = tracked.filter((file) => /\.(ts|tsx|cjs|mjs)$/.test(file));
const texts = tracked.filter((file) => /\.(ts|tsx|cjs|mjs|md|json|sh|css|html|ya?ml)$/.test(file));
const read = (file: string) => readFileSync(file, "utf8");
const parse = (file: string) =>
  ts.createSourceFile(
    file,
    read(file),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

/** `file:line` of every line of `files` that matches. */
function linesLike(pattern: RegExp, files: readonly string[]): readonly string[] {
  return files.flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 100)}`] : [],
      ),
  );
}

describe("size", () => {
  it("no file has more than 400 lines", () => {
    const long = code.filter((file) => read(file).split("\n").length - 1 > LINES_OF_A_FILE);
    expect(long).toEqual(Object.keys(longFiles).sort());
  });

  it("no function of the product has more than 70 lines of its own", () => {
    const product = code.filter((file) => /^(lib|infra|functions|web)\//.test(file));
    expect(product.filter((file) => longFiles[file] === undefined).flatMap(longFunctions)).toEqual([]);
  });

  it("counts a function without the functions within it, which count for themselves", () => {
    const within = `function outer() {\n  return { method() {\n${"    a();\n".repeat(80)}  } };\n}`;
    expect(longOf(ts.createSourceFile("x.ts", within, ts.ScriptTarget.Latest, true))).toEqual([
      "x.ts:2 method 82",
    ]);
    const plain = `const f = () => {\n${"  a();\n".repeat(69)}};`;
    expect(longOf(ts.createSourceFile("y.ts", plain, ts.ScriptTarget.Latest, true))).toEqual(["y.ts:1 f 71"]);
  });
});

function longFunctions(file: string): readonly string[] {
  // A file shorter than the limit holds no longer function and need not be parsed.
  return read(file).split("\n").length <= LINES_OF_A_FUNCTION ? [] : longOf(parse(file));
}

function longOf(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  /** The lines that functions at or below `node` take up. */
  const visit = (node: ts.Node): number => {
    let within = 0;
    ts.forEachChild(node, (child) => {
      within += visit(child);
    });
    if (!(ts.isFunctionLike(node) && "body" in node && node.body !== undefined)) return within;
    const [first, last] = [lineAt(node.getStart(source)), lineAt(node.end)];
    const lines = last - first + 1;
    if (lines - within > LINES_OF_A_FUNCTION) {
      found.push(`${source.fileName}:${first + 1} ${nameOf(node, source)} ${lines - within}`);
    }
    // Its first line, and its last one, stand among the lines of the function around it.
    return Math.max(0, lines - 2);
  };
  visit(source);
  return found;
}

function nameOf(node: ts.SignatureDeclaration, source: ts.SourceFile): string {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named?.getText(source) ?? "(unnamed)";
}

describe("words", () => {
  const labels = labelsOf(tracked.filter((file) => /^lib\/.*\.ts$/.test(file)));
  const homes = labels.filter(({ file }) => file.startsWith("lib/domain/words/"));
  const keyed = new Map(homes.map((home) => [`${home.key} ${home.label}`, home.file]));

  it("finds the vocabulary", () => {
    expect(keyed.get("firstReply 首次回复")).toBe("lib/domain/words/clocks.ts");
    expect(keyed.size).toBeGreaterThan(150);
  });

  it("an enum's word has one home, lib/domain/words", () => {
    const again = labels.filter(
      ({ file, key, label }) => !file.startsWith("lib/domain/words/") && keyed.has(`${key} ${label}`),
    );
    const said = again.map(({ file, key, label }) => `${file}: ${key} ${label}`);
    expect(said).toEqual(Object.keys(otherMeanings));
  });

  it("English words are words, never a name out of the code", () => {
    const product = tracked.filter((file) => /^(lib|web\/src)\/.*\.tsx?$/.test(file));
    const english = linesLike(/\ben: "[A-Za-z]*[a-z][A-Z]\w*"/, product);
    expect(english.filter((line) => !/WeChat|WeCom/.test(line))).toEqual([]);
  });
});

interface Label {
  readonly file: string;
  readonly key: string;
  readonly label: string;
}

/** Chinese words that stand for a key: `key: "词"`, `key: { zh: "词", … }`, `key: ["词", …]`. */
function labelsOf(files: readonly string[]): readonly Label[] {
  const found: Label[] = [];
  const wordOf = (value: ts.Node): string | undefined => {
    if (ts.isStringLiteralLike(value)) return value.text;
    if (ts.isArrayLiteralExpression(value)) return value.elements[0] && wordOf(value.elements[0]);
    if (!ts.isObjectLiteralExpression(value)) return undefined;
    const zh = value.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === "zh");
    return zh !== undefined && ts.isPropertyAssignment(zh) ? wordOf(zh.initializer) : undefined;
  };
  for (const file of files) {
    if (!/\p{Script=Han}/u.test(read(file))) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node)) {
        const label = wordOf(node.initializer);
        const key = ts.isStringLiteral(node.name) ? node.name.text : node.name.getText();
        if (label !== undefined && /\p{Script=Han}/u.test(label) && key !== "zh")
          found.push({ file, key, label });
      }
      ts.forEachChild(node, visit);
    };
    visit(parse(file));
  }
  return found;
}

describe("tests", () => {
  it("that share their modules mock none: the next file would get the mock, or not get its own", () => {
    const sharing = tracked.filter((file) =>
      /^test\/(app|client|contracts|cost|domain|adapters\/(?!lambda\/))/.test(file),
    );
    expect(sharing.length).toBeGreaterThan(300);
    expect(linesLike(/\bvi\.(mock|hoisted|doMock)\(/, sharing)).toEqual([]);
  });
});

describe("names", () => {
  it("a type that is exported has its name for itself", () => {
    const product = tracked.filter((file) => /^(lib|infra|functions)\/.*\.ts$/.test(file));
    const homes = new Map<string, string[]>();
    for (const file of product) {
      if (longFiles[file]?.startsWith("written by")) continue;
      for (const [, name = ""] of read(file).matchAll(
        /^export (?:type|interface|class|abstract class) (\w+)/gm,
      )) {
        homes.set(name, [...(homes.get(name) ?? []), file]);
      }
    }
    expect(homes.size).toBeGreaterThan(500);
    expect([...homes].filter(([, files]) => files.length > 1)).toEqual([]);
  });
});

describe("habits", () => {
  it("what nobody said is left out by `defined`, not by a condition of one's own", () => {
    // The client is for others, and brings nothing along.
    const product = tracked.filter((file) =>
      /^(lib\/(?!client\/)|web\/src|infra|functions).*\.tsx?$/.test(file),
    );
    const own = /\.\.\.\(([\w.]+) === undefined \? \{\} : \{ (?:\w+: )?\1 \}\)/;
    expect(product.length).toBeGreaterThan(1000);
    expect(linesLike(own, product)).toEqual([]);
  });
});

describe("what the repository speaks of", () => {
  // Written so that this file does not name what it forbids.
  const forbidden = new RegExp(["hand", "book|\\b", "issues? #?\\d"].join(""), "i");

  it("cites regulations, decisions and its own documents only", () => {
    expect(
      linesLike(
        forbidden,
        texts.filter((file) => file !== "package-lock.json"),
      ),
    ).toEqual([]);
  });

  it("names no path of a machine", () => {
    const home = /(?<![\w.~/-])\/(?:home|root|Users|work)\/[\w.]/;
    expect(linesLike(home, texts)).toEqual([]);
  });
});

describe("package-lock.json", () => {
  const { packages }: { packages: Record<string, LockedPackage> } = JSON.parse(read("package-lock.json"));

  it("holds no registry's host, so that each installation asks its own", () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith("http"))).toEqual([]);
    expect(linesLike(/https?:\/\/[^"]*registry/, ["package-lock.json"])).toEqual([]);
  });

  it("ships no native addon: what the functions need is JavaScript and WebAssembly", () => {
    const native = Object.entries(packages).filter(
      ([, one]) =>
        one.dev !== true &&
        one.devOptional !== true &&
        (one.os ?? one.cpu ?? one.hasInstallScript) !== undefined,
    );
    expect(native.map(([name]) => name)).toEqual(Object.keys(nativePrograms));
    expect(tracked.filter((file) => file.endsWith(".node"))).toEqual([]);
  });
});

interface LockedPackage {
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly hasInstallScript?: boolean;
}
