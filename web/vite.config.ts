import { defineConfig } from "vite";

/** Where `npm run dev:web` finds the API: the local cloud of `npm start`. */
const localCloud = "http://127.0.0.1:8787";
const proxied = [
  "/config.json",
  "/_local",
  "/complaints",
  "/groups",
  "/events",
  "/projects",
  "/people",
  "/classes",
  "/quarantine",
  "/sender-rules",
  "/doctor",
  "/person-data",
  "/policies",
  "/calendar",
  "/channel-keys",
  "/contractors",
  "/households",
  "/rosters",
  "/jobs",
];

export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  publicDir: "public",
  build: {
    // Chromium 107, Safari 16: what a four-year-old phone has.
    target: ["chrome107", "safari16", "firefox104"],
    assetsDir: "assets",
    // CSP allows images as data, nothing else; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      output: {
        entryFileNames: ({ name }) => (name === "worker" ? "m/sw.js" : "assets/[name]-[hash].js"),
      },
      // Libraries mark modules "use client"; everything here is the client.
      onwarn: (warning, warn) => (warning.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : warn(warning)),
    },
  },
  server: {
    host: "127.0.0.1",
    proxy: Object.fromEntries(proxied.map((path) => [path, localCloud])),
  },
});
