import { type ReactNode, useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import type { PagePath } from "../../../../../lib/contracts/pages/paths.ts";
import { useMe } from "../../../parts/me.tsx";
import { WaitingMails } from "../../../parts/waiting-mails.tsx";
import { useSay } from "../../../words/words.ts";
import { adminPages } from "./pages.ts";
import "./admin.css";

const words = {
  pages: { zh: "管理页面", en: "Administration pages" },
  overview: { zh: "总览", en: "Overview" },
};

/** The frame of a page of administration: its neighbours beside it, its name above it. */
export function AdminPage({ path, children }: { readonly path: PagePath; readonly children: ReactNode }) {
  const say = useSay();
  const entry = adminPages.find((page) => page.path === path);
  const title = say(entry?.name ?? words.overview);
  useEffect(() => {
    document.title = `${title} · 接诉`;
  }, [title]);
  return (
    <div className="admin">
      <AdminMenu />
      <article className="admin-page">
        <header className="admin-head">
          <h1>{title}</h1>
          {entry !== undefined && <p>{say(entry.about)}</p>}
        </header>
        {children}
      </article>
    </div>
  );
}

/** The pages that the person's posts open. */
export function usePagesOfMine() {
  const me = useMe();
  const held = me.data?.assignments.map(({ post }) => post) ?? [];
  return adminPages.filter(({ posts }) => posts.some((post) => held.includes(post)));
}

function AdminMenu() {
  const say = useSay();
  const menu = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const mine = usePagesOfMine();
  // On a phone the menu is one line: where one is, is seen.
  useEffect(() => {
    const here = menu.current?.querySelector("[aria-current=page]");
    if (mine.length > 0 && pathname !== "") here?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname, mine.length]);
  return (
    <nav ref={menu} className="admin-menu" aria-label={say(words.pages)}>
      <NavLink to="/admin" end>
        {say(words.overview)}
      </NavLink>
      {mine.map(({ path, name }) => (
        <NavLink key={path} to={path}>
          {say(name)}
          {path === "/admin/quarantine" && <WaitingMails />}
        </NavLink>
      ))}
    </nav>
  );
}
