import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { boot } from "./app/boot.tsx";
import { claimTab } from "./parts/tab.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no #root");
await claimTab();
createRoot(root).render(<StrictMode>{await boot()}</StrictMode>);
