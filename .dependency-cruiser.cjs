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
  "execution",
  "matching",
  "bodies",
  "synthesis",
  "solver",
  "reachability",
  "examples",
  "explain",
  "analysis",
  "gaps",
  "comparison",
  "compile",
  "project",
];

/**
 * The rooms of packages/cli/src, likewise: pages are made of mappings, data comes from runs, text is made of it in report, and
 * commands print it.
 */
const COMMAND_ROOMS = [
  "pages",
  "ci",
  "terminal",
  "files",
  "ndjson",
  "runs",
  "annotations",
  "report",
  "formats",
  "commands",
];

/** The rooms of packages/lsp/src/workspace, likewise; only the facade, workspace.ts, knows all of them. */
const WORKSPACE_ROOMS = ["time-slice.ts", "files", "documents", "repair", "graph", "bases", "analysis"];

/**
 * The pattern for the files of rooms; a file by itself can be one, too.
 *
 * @param {string} folder
 * @param {readonly string[]} rooms
 */
const filesOf = (folder, rooms) => {
  const patterns = rooms.map((room) => (room.endsWith(".ts") ? `${room.replace(".", "\\.")}$` : `${room}/`));
  return `^${folder}(${patterns.join("|")})`;
};

/**
 * A rule a room that it imports only the rooms before it.
 *
 * @param {string} prefix of the rules' names
 * @param {string} folder that the rooms are in, and whose files they may otherwise not import
 * @param {readonly string[]} rooms
 * @param {{ noun: string, inside: string }} [of] what the rules call a room, and what of the folder they are about
 * @returns {import("dependency-cruiser").IForbiddenRuleType[]}
 */
const inOrder = (prefix, folder, rooms, { noun, inside } = { noun: "room", inside: "" }) =>
  rooms.map((room, index) => ({
    name: `${prefix}-${room.replace(/\.ts$/, "")}-imports-only-${noun}s-before-it`,
    comment: `Before ${room}: ${rooms.slice(0, index).join(", ") || `no ${noun}`}.`,
    from: { path: filesOf(folder, [room]) },
    to: { path: `^${folder}${inside}`, pathNot: filesOf(folder, rooms.slice(0, index + 1)) },
  }));

const orderOfRooms = [
  ...inOrder("dsl", "packages/dsl/src/", ROOMS),
  ...inOrder("cli", "packages/cli/src/", COMMAND_ROOMS),
  ...inOrder("lsp-workspace", "packages/lsp/src/workspace/", WORKSPACE_ROOMS),
];

/** The parts of packages/dsl/src/analysis, likewise; the files beside them bring them together. */
const ANALYSIS_PARTS = [
  "words",
  "placing",
  "facts",
  "samples",
  "suggested-tests",
  "suggested-statements",
  "order",
  "witnesses",
  "text-dangers",
  "checks",
];

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const analysisImports = [
  ...inOrder("dsl-analysis", "packages/dsl/src/analysis/", ANALYSIS_PARTS, {
    noun: "part",
    inside: "[^/]+/",
  }),
  {
    name: "dsl-checks-know-no-other-check",
    comment: "What two of them need is a fact, a suggested test, a witness or a list of words.",
    from: { path: "^packages/dsl/src/analysis/checks/" },
    to: { path: "^packages/dsl/src/analysis/checks/" },
  },
];

/** What packages see of each other. */
const ENTRIES = [
  "^packages/dsl/(src/(index|editor)\\.ts|dist/(index|editor)\\.(js|d\\.ts))$",
  "^packages/lsp/src/node\\.ts$",
  "^packages/node-host/src/(index|paths)\\.ts$",
  "^packages/reporting/src/index\\.ts$",
];

/**
 * What lies in one place of a folder imports of all the folder only what lies in another.
 *
 * @param {string} folder
 * @param {string} place
 * @param {string} seen
 */
const only = (folder, place, seen) => ({
  from: { path: `^${folder}${place}` },
  to: { path: `^${folder}`, pathNot: `^${folder}${seen}` },
});

/**
 * What lies in one place of a folder imports nothing of another.
 *
 * @param {string} folder
 * @param {string} place
 * @param {string} unseen
 */
const none = (folder, place, unseen) => ({
  from: { path: `^${folder}${place}` },
  to: { path: `^${folder}${unseen}` },
});

const LSP = "packages/lsp/src/";
const FEATURES = `${LSP}features/`;
const COMPLETION = `${FEATURES}completion/`;
const SERVER = `${LSP}server/`;

/** What features of the editor share; of one another they import nothing. */
const SHARED = "(presentation|edits|search|tokens|symbols|file-operations|responses|completion/place)/";

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const editorRules = [
  {
    name: "lsp-workspace-knows-no-features",
    comment: "The workspace says what is known of documents; features make something of it.",
    ...only(LSP, "workspace/", "workspace/"),
  },
  {
    name: "lsp-features-know-no-wiring",
    comment: "A feature is a pure function over analysed documents; only server/ speaks the protocol.",
    ...none(LSP, "features/", "(server/|platform/|node\\.ts$|browser\\.ts$)"),
  },
  {
    name: "lsp-features-take-documents-of-the-facade",
    comment: "They get documents, and do not ask the graph or the queue for more.",
    ...none(LSP, "features/", "workspace/(graph/|workspace\\.ts$|analysis/analysis-queue\\.ts$)"),
  },
  {
    name: "lsp-features-share-rooms-only",
    comment: "What two features need stands in a room for it.",
    ...only(FEATURES, "([^/]+)/", `($1/|${SHARED})`),
  },
  { name: "lsp-features-of-one-file-share-rooms-only", ...only(FEATURES, "[^/]+\\.ts$", SHARED) },
  {
    name: "lsp-presentation-knows-no-feature",
    comment: "How something is shown does not depend on who shows it.",
    ...only(FEATURES, "presentation/", "presentation/"),
  },
  {
    name: "lsp-completion-items-know-no-sources",
    comment: "What a client shows of suggestions depends neither on the place nor on where they come from.",
    ...only(COMPLETION, "items/", "items/"),
  },
  {
    name: "lsp-completion-place-knows-no-sources",
    comment: "What can stand in a place is asked before anything is suggested for it.",
    ...only(COMPLETION, "place/", "place/"),
  },
  {
    name: "lsp-requests-import-features-and-the-session",
    comment:
      "Features answer a request through the session; it knows neither others nor the rest of the server.",
    ...only(LSP, "server/requests/", "(features/|workspace/|server/(session|client)/)"),
  },
  {
    name: "lsp-session-knows-no-requests",
    comment: "What a client can do comes first, then the session, then what is done for it.",
    ...only(SERVER, "session/", "(session|client)/"),
  },
  { name: "lsp-client-profile-comes-first", ...only(SERVER, "client/", "client/") },
  {
    name: "lsp-platform-serves-files-only",
    comment: "What differs between a process and a worker: where files come from, and how messages do.",
    ...only(LSP, "platform/", "(platform/|workspace/files/|custom-requests\\.ts$)"),
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: /** @type {import("dependency-cruiser").IForbiddenRuleType[]} */ ([
    ...orderOfRooms,
    ...analysisImports,
    ...editorRules,
    {
      name: "dsl-has-no-other-rooms",
      comment: "A new room takes its place in the order above.",
      from: {
        path: "^packages/dsl/src/",
        pathNot: `^packages/dsl/src/((${ROOMS.join("|")})/|(index|editor)\\.ts$)`,
      },
      to: {},
    },
    {
      name: "cli-has-no-other-rooms",
      comment: "Beside the entry nothing lies loose.",
      from: {
        path: "^packages/cli/src/",
        pathNot: `^packages/cli/src/((${COMMAND_ROOMS.join("|")})/|responses\\.ts$)`,
      },
      to: {},
    },
    {
      name: "dsl-imports-chevrotain-alone",
      comment:
        "The library runs anywhere: no package but chevrotain, nothing of Node, nothing of other packages here.",
      from: { path: "^packages/dsl/src/" },
      to: { pathNot: "^packages/dsl/src/|node_modules/chevrotain/" },
    },
    {
      name: "runtime-imports-no-package",
      comment: "It travels in generated modules, which import nothing.",
      from: { path: "^packages/dsl/src/runtime/" },
      to: { pathNot: "^packages/" },
    },
    {
      name: "packages-through-their-entry",
      comment: "Packages see of each other what their entries export.",
      from: {
        path: "^packages/([^/]+)/(src|test)/",
        // It holds the extension's package.json against what the server reads of it.
        pathNot: "^packages/vscode-extension/test/manifest\\.test\\.ts$",
      },
      to: {
        path: "^packages/",
        pathNot: ["^packages/$1/", "^packages/testing/", "^packages/[^/]+/test/", ...ENTRIES],
      },
    },
    {
      name: "node-host-knows-files-alone",
      comment:
        "It serves the command, the language server and build steps: of terminals, protocols and arguments it knows nothing.",
      from: { path: "^packages/node-host/src/" },
      to: {
        pathNot: "(^|/)packages/(node-host|dsl)/src/|node_modules/@jridgewell/sourcemap-codec/",
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "reporting-prints-nothing",
      comment:
        "It makes text of findings, for a terminal, a bundler or a report; who asks for it says where that goes.",
      from: { path: "^packages/reporting/src/" },
      to: { pathNot: "(^|/)packages/(reporting|node-host|dsl)/src/" },
    },
    {
      name: "build-imports-no-bundler",
      comment: "Whoever uses one door has one bundler; types of it are written out where they are needed.",
      from: { path: "^packages/build/src/" },
      to: { pathNot: "^packages/(build|dsl|node-host|reporting)/src/", dependencyTypesNot: ["core"] },
    },
    {
      name: "build-core-knows-no-door",
      comment: "What a mapping file compiles to is the same for all of them.",
      from: { path: "^packages/build/src/core/" },
      to: { path: "^packages/build/src/", pathNot: "^packages/build/src/(core/|adapters/options\\.ts$)" },
    },
    {
      name: "playground-is-a-page",
      comment:
        "It runs in a browser, on the library and the editor's packages. Of the language server it takes types alone, which this rule cannot tell from the rest; a build for browsers refuses the rest.",
      from: { path: "^packages/playground/src/" },
      to: {
        pathNot:
          "(^|/)packages/((playground|dsl)/src/|lsp/src/node\\.ts$)|^examples/|node_modules/(@codemirror/|vscode-languageserver-protocol/)",
      },
    },
    {
      name: "playground-verdicts-know-no-page",
      comment: "They are worked out in a worker, where there is no page and no editor.",
      from: { path: "^packages/playground/src/verdict/" },
      to: { path: ["^packages/playground/src/(editor|page|link)/", "node_modules/@codemirror/"] },
    },
    {
      name: "nothing-imports-the-playground",
      from: { pathNot: "^packages/playground/" },
      to: { path: "^packages/playground/" },
    },
    {
      name: "action-stands-alone",
      comment: "GitHub and pre-commit run it from a clone, in which nothing is installed or built.",
      from: { path: "^action/" },
      to: { pathNot: "^action/", dependencyTypesNot: ["core"] },
    },
    {
      name: "sources-import-no-tests",
      comment: "packages/testing is for tests alone.",
      from: { path: "^packages/(?!testing/)[^/]+/src/" },
      to: {
        path: [
          "^test/",
          "^scripts/",
          "^packages/[^/]+/test/",
          "^packages/[^/]+/scripts/",
          "^packages/testing/",
        ],
      },
    },
    {
      name: "tests-import-no-others-tests",
      comment: "What the tests of several packages share is in packages/testing.",
      from: { path: "^packages/([^/]+)/(src|test)/" },
      to: { path: "^packages/[^/]+/test/", pathNot: "^packages/$1/test/" },
    },
    {
      name: "nothing-else-imports-tests",
      from: { path: "^(test|campaigns|bench|scripts)/" },
      to: { path: "^packages/[^/]+/test/" },
    },
    {
      name: "testing-through-its-doors",
      comment: "Others see of packages/testing what its package.json exports.",
      from: { pathNot: "^packages/testing/" },
      to: { path: "^packages/testing/", dependencyTypes: ["local"] },
    },
    { name: "no-cycles", from: {}, to: { circular: true } },
    {
      name: "no-unresolvable",
      comment: "The module vscode exists in the editor only, and sarif is types alone.",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(vscode|sarif)$" },
    },
  ]).map((rule) => ({ ...rule, severity: "error" })),
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/(dist|fixtures|e2e)/" },
    enhancedResolveOptions: {
      conditionNames: ["@responses/source", "import", "require", "node", "browser", "default"],
      exportsFields: ["exports"],
      extensions: [".ts", ".mts", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
