import type { Figure } from "./measured.ts";

export interface Results {
  readonly commit: string;
  readonly machine: string;
  readonly at: string;
  readonly load: number;
  readonly size: number;
  readonly figures: readonly Figure[];
}

const heads = [
  "part",
  "what",
  "in flight",
  "count",
  "a second",
  "p50 / p95 ms",
  "CPU ms: functions + host + engine",
  "calls",
  "write / read units",
  "× bare calls",
  "mails",
  "MiB",
  "",
];

function cells(figure: Figure): string[] {
  const { cpuMs, units } = figure;
  return [
    figure.part,
    figure.what,
    String(figure.inFlight),
    figure.count.toLocaleString("en"),
    figure.perSecond === 0 ? "" : String(figure.perSecond),
    figure.p50Ms === undefined ? "" : `${figure.p50Ms} / ${figure.p95Ms}`,
    cpuMs === undefined ? "" : `${cpuMs.functions} + ${cpuMs.host} + ${cpuMs.engine}`,
    figure.calls === undefined ? "" : String(figure.calls),
    units === undefined ? "" : `${units.write} / ${units.read}`,
    figure.toFloor === undefined ? "" : String(figure.toFloor),
    figure.mails === undefined ? "" : String(figure.mails),
    figure.rssMiB === undefined ? "" : String(figure.rssMiB),
    figure.note ?? "",
  ];
}

/** The table as Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [heads, heads.map(() => "---"), ...figures.map(cells)];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** docs/performance.md. */
export function performancePage(results: Results): string {
  const { commit, machine, at, load, size, figures } = results;
  return `# How fast it is

Written by \`npm run bench -- --write\`; do not edit. Commit ${commit}, ${at.slice(0, 10)}, ${machine}; ${load.toFixed(1)} other
processes wanted to run when it began, \`--size ${size}\`. Figures of a busy machine are lower: what can be compared are the counts (calls, units, CPU) and
the ratios to the bare calls of the same minute.

![Acknowledged intake beside the bare calls](images/performance.svg)

${tableOf(figures)}

- **CPU** is processor time for each piece of work: of the functions, of the local cloud that runs them and speaks the AWS protocols, of the
  tables' engine. On AWS only the first is yours.
- **calls** are the functions' calls to AWS for each piece of work, from the local cloud's own record.
- **× bare calls**: complaints acknowledged a second, divided by how often the SDK alone makes an intake's four calls to the same engine,
  with items of the same size in the same indexes (\`test/bench/desk/floor.ts\`).
- **MiB** is what the local cloud's process holds, functions included, at the end of the line; the engine has its own.
- Units come from the counted life of [cost.md](cost.md).

\`npm run bench -- --help\` lists parts and sizes. Other benches: \`bench:rules\`, \`bench:channels\`, \`bench:store\`, \`bench:reports\` (a company month of 10,000 or
100,000), \`bench:retime\`, \`bench:inbox\`, \`bench:residents\`, \`bench:handler\`.
`;
}

const BAR = 22;
const WIDTH = 760;
const LABEL = 210;

/** Bars of acknowledged complaints a second, each beside what the bare calls reach (the hollow bar). */
export function pictureOf(figures: readonly Figure[]): string {
  const bars = figures.filter(({ toFloor }) => toFloor !== undefined);
  const most = Math.max(...bars.map(floorOf), 1);
  const scale = (WIDTH - LABEL - 90) / most;
  const lines = bars.map((figure, index) => {
    const y = 40 + index * (BAR + 12);
    const [own, bare] = [figure.perSecond * scale, floorOf(figure) * scale].map((wide) => wide.toFixed(1));
    return `  <text x="0" y="${y + 15}">${figure.part}, ${figure.inFlight} in flight</text>
  <rect x="${LABEL}" y="${y}" width="${bare}" height="${BAR}" fill="none" stroke="#8a8a8a"/>
  <rect x="${LABEL}" y="${y}" width="${own}" height="${BAR}" fill="#1f6feb"/>
  <text x="${(LABEL + Number(bare) + 6).toFixed(1)}" y="${y + 15}">${figure.perSecond} of ${floorOf(figure)}/s</text>`;
  });
  const height = 50 + bars.length * (BAR + 12);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" fill="#333">
  <title>Complaints acknowledged a second beside the bare calls</title>
  <rect width="${WIDTH}" height="${height}" fill="#fff"/>
  <text x="0" y="20" font-size="15">Complaints acknowledged a second (blue) beside the bare calls to AWS (outline)</text>
${lines.join("\n")}
</svg>
`;
}

function floorOf({ perSecond, toFloor = 1 }: Figure): number {
  return Number((perSecond / toFloor).toFixed(0));
}
