import { Link, NavLink, useNavigate } from "react-router";
import { leadersOfProject, rulersOfProject } from "../../../lib/domain/organisation/rights.ts";
import { useSay } from "../words/words.ts";
import { holdsOneOf, useMe } from "./me.tsx";
import "./months.css";

const words = {
  pages: { zh: "月报", en: "Month" },
  month: { zh: "月份", en: "Month" },
  figures: { zh: "数字", en: "Figures" },
  bulletin: { zh: "上报与通报", en: "Submissions and bulletin" },
  files: { zh: "文件", en: "Files" },
  subscriptions: { zh: "订阅", en: "By mail" },
};

/** `2026年9月`, `September 2026`. */
export function monthName(month: string, language: "zh" | "en"): string {
  const [year = "", number = ""] = month.split("-");
  if (language === "zh") return `${year}年${Number(number)}月`;
  const date = new Date(Date.UTC(Number(year), Number(number) - 1));
  return new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" }).format(date);
}

/** The pages of one month, by the end of their address. */
const monthPages = [
  { end: "/figures", words: words.figures, posts: leadersOfProject },
  { end: "", words: words.files, posts: rulersOfProject },
  { end: "/bulletin", words: words.bulletin, posts: rulersOfProject },
] as const;

interface MonthHeadProps {
  readonly month: string;
  /** Every month there may be something of, the newest first. */
  readonly months: readonly string[];
  /** The end of this page's address. */
  readonly end: (typeof monthPages)[number]["end"];
}

/** Which month one looks at, and its pages. */
export function MonthHead({ month, months, end }: MonthHeadProps) {
  const say = useSay();
  const me = useMe();
  const navigate = useNavigate();
  const at = months.indexOf(month);
  const to = (one: string) => `/months/${one}${end}`;
  const [newer, older] = [months[at - 1], at < 0 ? undefined : months[at + 1]];
  return (
    <header className="month-head">
      <h1>
        <span className="quiet">{monthName(month, say.language)} </span>
        {say(words.pages)}
      </h1>
      <nav className="month-choice" aria-label={say(words.month)}>
        {older === undefined ? (
          <span />
        ) : (
          <Link to={to(older)} aria-label={monthName(older, say.language)}>
            ‹
          </Link>
        )}
        <select
          aria-label={say(words.month)}
          value={month}
          onChange={(event) => void navigate(to(event.target.value))}
        >
          {(months.includes(month) ? months : [month, ...months]).map((one) => (
            <option key={one} value={one}>
              {monthName(one, say.language)}
            </option>
          ))}
        </select>
        {newer === undefined ? (
          <span />
        ) : (
          <Link to={to(newer)} aria-label={monthName(newer, say.language)}>
            ›
          </Link>
        )}
      </nav>
      <nav className="month-pages" aria-label={say(words.pages)}>
        {monthPages
          .filter(({ posts }) => holdsOneOf(me.data, posts))
          .map((page) => (
            <NavLink key={page.end} to={`/months/${month}${page.end}`} end>
              {say(page.words)}
            </NavLink>
          ))}
        {holdsOneOf(me.data, rulersOfProject) && (
          <NavLink to="/subscriptions">{say(words.subscriptions)}</NavLink>
        )}
      </nav>
    </header>
  );
}
