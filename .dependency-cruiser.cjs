/*
 * The layer rule: what may import what. docs/architecture.md says why.
 *
 * The parser is swc, since dependency-cruiser cannot read TypeScript 7 and would otherwise cruise nothing and be content
 * (a test counts the modules).
 */

/**
 * The rooms of packages/dsl/src; a room imports only those before it. The vocabulary lies in syntax and stands before
 * findings, whose sentences name the words of the language.
 */
const ROOMS = [
  "runtime",
  "incremental",
  "text",
  "syntax/vocabulary.ts",
  "findings",
  "http",
  "syntax",
  "model",
  "plan",
  "matching",
  "bodies",
  "examples",
  "explain",
  "analysis",
  "compile",
  "project",
];

/** The pattern for the files of these rooms. */
const filesOf = (...rooms) =>
  `^packages/dsl/src/(${rooms.map((room) => (room.endsWith(".ts") ? `${room.replace(".", "\\.")}$` : `${room}/`)).join("|")})`;

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const upwardImports = ROOMS.map((room, index) => ({
  name: `dsl-${room.replace(/\.ts$/, "")}-imports-only-rooms-before-it`,
  comment: `Before ${room}: ${ROOMS.slice(0, index).join(", ") || "no room"}.`,
  severity: "error",
  from: { path: filesOf(room) },
  to: { path: "^packages/dsl/src/", pathNot: filesOf(...ROOMS.slice(0, index + 1)) },
}));

/** What packages see of each other. */
const ENTRIES = [
  "^packages/dsl/(src/index\\.ts|dist/index\\.(js|d\\.ts))$",
  "^packages/lsp/src/node\\.ts$",
  "^packages/node-host/src/index\\.ts$",
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...upwardImports,
    {
      name: "dsl-has-no-other-rooms",
      comment: "A new room takes its place in the order above.",
      severity: "error",
      from: { path: "^packages/dsl/src/", pathNot: `^packages/dsl/src/((${ROOMS.join("|")})/|index\\.ts$)` },
      to: {},
    },
    {
      name: "dsl-imports-chevrotain-alone",
      comment:
        "The library runs anywhere: no package but chevrotain, nothing of Node, nothing of other packages here.",
      severity: "error",
      from: { path: "^packages/dsl/src/" },
      to: { pathNot: "^packages/dsl/src/|node_modules/chevrotain/" },
    },
    {
      name: "runtime-imports-no-package",
      comment: "It travels in generated modules, which import nothing.",
      severity: "error",
      from: { path: "^packages/dsl/src/runtime/" },
      to: { pathNot: "^packages/" },
    },
    {
      name: "packages-through-their-entry",
      comment: "Packages see of each other what their entries export.",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/" },
      to: { path: "^packages/", pathNot: ["^packages/$1/", ...ENTRIES] },
    },
    {
      name: "node-host-knows-files-alone",
      comment:
        "It serves the command, the language server and build steps: of terminals, protocols and arguments it knows nothing.",
      severity: "error",
      from: { path: "^packages/node-host/src/" },
      to: { pathNot: "(^|/)packages/(node-host|dsl)/src/", dependencyTypesNot: ["core"] },
    },
    {
      name: "lsp-workspace-knows-no-features",
      comment: "The workspace says what is known of documents; features make something of it.",
      severity: "error",
      from: { path: "^packages/lsp/src/workspace/" },
      to: { path: "^packages/lsp/src/", pathNot: "^packages/lsp/src/workspace/" },
    },
    {
      name: "lsp-features-know-no-wiring",
      comment: "A feature is a pure function over analysed documents; only server/ speaks the protocol.",
      severity: "error",
      from: { path: "^packages/lsp/src/features/" },
      to: { path: "^packages/lsp/src/(server/|node\\.ts$|browser\\.ts$)" },
    },
    {
      name: "sources-import-no-tests",
      severity: "error",
      from: { path: "^packages/[^/]+/src/" },
      to: { path: ["^test/", "^scripts/", "^packages/[^/]+/test/", "^packages/[^/]+/scripts/"] },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolvable",
      comment: "The module vscode exists in the editor only.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^vscode$" },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^packages/[^/]+/test/"] },
    exclude: { path: "/(dist|fixtures)/" },
    enhancedResolveOptions: {
      conditionNames: ["source", "import", "require", "node", "browser", "default"],
      exportsFields: ["exports"],
      extensions: [".ts", ".mts", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
