/** Dependencies point one way: functions → lib/app → lib/domain (docs/architecture.md). */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { pathNot: [...allowed] },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-folder-circles",
      comment: "Between the folders of a layer dependencies point one way too.",
      severity: "error",
      scope: "folder",
      from: { path: "^(lib/(domain|app|adapters|contracts)|infra)/[^/]+$" },
      to: { circular: true },
    },
    only("domain-is-pure", "^lib/domain/", ["^lib/domain/", "^node_modules/temporal-polyfill"], "The domain knows only itself and Temporal."),
    only("words-know-nobody", "^lib/domain/words/", ["^lib/domain/words/", "^lib/domain/[^/]+$"], "A vocabulary is looked up from everywhere: its completeness is a test (test/domain/words)."),
    only("app-knows-domain-and-ports", "^lib/app/", ["^lib/app/", "^lib/domain/", "^node_modules/temporal-polyfill"], "Use cases know only the domain and their ports."),
    only("contracts-know-domain", "^lib/contracts/", ["^lib/contracts/", "^lib/domain/", "^data/", "^node_modules/zod", "^node_modules/temporal-polyfill", "^(node:)?fs", "^(node:)?path"], "Wire schemas depend on data and on nothing that runs."),
    only("client-stands-alone", "^lib/client/", ["^lib/client/", "^node_modules/openapi-fetch"], "Whoever uses the client takes nothing else of us along."),
    { name: "no-infra-from-lib", severity: "error", from: { path: "^(lib|functions)/" }, to: { path: "^infra/" } },
    only("web-knows-the-domain", "^web/src/(?!.*[.]test[.]tsx?$)", ["^web/src/", "^lib/domain/", "^lib/contracts/pages/paths", "^lib/client/schema", "^node_modules/", "^(node:)?assert"], "Pages know the API by its generated types, and the words and rules of the domain."),
    { name: "no-web-from-elsewhere", severity: "error", from: { path: "^(lib|functions|infra)/" }, to: { path: "^web/" } },
    { name: "functions-stay-thin", severity: "error", from: { path: "^infra/(stacks|constructs)/" }, to: { path: "^(functions|lib/(app|adapters))/" } },
    { name: "no-dev-packages-in-functions", severity: "error", from: { path: "^(functions|lib/(domain|app|adapters|config))/" }, to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: ["@types/"] } },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
