import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { createBrowserRouter, RouterProvider } from "react-router";
import { apiClient, sender } from "../api/client.ts";
import { Refused } from "../api/problem.ts";
import type { Session } from "../api/session.ts";
import { type Language, readLanguage, rememberLanguage, SayContext, sayIn } from "../words/words.ts";
import { Layout } from "./layout.tsx";
import { pages, routePath } from "./pages.ts";
import { ServicesContext } from "./services.ts";
import { NotFound, PageError } from "./trouble.tsx";

/** A refusal is final; only what never arrived is asked again. */
const retries = 2;

function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => !(error instanceof Refused) && count < retries,
        refetchOnWindowFocus: true,
      },
    },
  });
}

function router(language: Language, setLanguage: (language: Language) => void) {
  return createBrowserRouter([
    {
      element: <Layout language={language} setLanguage={setLanguage} />,
      errorElement: <PageError />,
      hydrateFallbackElement: <p className="waiting">…</p>,
      children: [
        ...Object.entries(pages).map(([path, load]) => ({
          path: routePath(path),
          errorElement: <PageError />,
          lazy: async () => ({ Component: (await load()).Page }),
        })),
        { path: "*", element: <NotFound /> },
      ],
    },
  ]);
}

export function App({ session, stage }: { readonly session: Session; readonly stage: string }) {
  const [language, setLanguage] = useState(readLanguage);
  const queries = useMemo(queryClient, []);
  const services = useMemo(() => {
    const send = sender(session, readLanguage);
    return { session, send, api: apiClient(send), stage };
  }, [session, stage]);
  const choose = (chosen: Language) => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  };
  const routes = useMemo(() => router(language, choose), [language]);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  return (
    <ServicesContext value={services}>
      <SayContext value={sayIn(language)}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={routes} />
        </QueryClientProvider>
      </SayContext>
    </ServicesContext>
  );
}
