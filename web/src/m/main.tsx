import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { opened } from "./boot.tsx";
import { keepPage } from "./worker.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("m.html has no #root");
createRoot(root).render(<StrictMode>{await opened()}</StrictMode>);
// `npm run dev:web` has no worker. Where the browser refuses, the page works without: only not from a cold start without signal.
if (location.port !== "5173") keepPage().catch((error: unknown) => reportError(error));
