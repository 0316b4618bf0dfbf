/*
 * The pages of the site and where they stand in its navigation. A page of the repository that is named nowhere here is not on the
 * site; a test looks that none of docs/ is forgotten.
 */

/**
 * @typedef {object} SitePage
 * @property {string} source the Markdown, by its path from the root
 * @property {string} target the page, by its path from the site's folder
 * @property {string} title in the navigation
 */

/** @type {readonly { heading: string, pages: readonly SitePage[] }[]} */
export const NAVIGATION = [
  {
    heading: "Begin",
    pages: [
      { source: "README.md", target: "index.html", title: "What it is" },
      {
        source: "docs/guides/getting-started.md",
        target: "guides/getting-started.html",
        title: "Five minutes",
      },
      {
        source: "docs/guides/posting-guide.md",
        target: "guides/posting-guide.html",
        title: "From a posting guide to a mapping",
      },
      { source: "examples/README.md", target: "examples.html", title: "Mapping files of real systems" },
    ],
  },
  {
    heading: "Guides",
    pages: [
      { source: "docs/guides/operators.md", target: "guides/operators.html", title: "For operators" },
      { source: "docs/guides/developers.md", target: "guides/developers.html", title: "For developers" },
      { source: "docs/guides/reviewers.md", target: "guides/reviewers.html", title: "For reviewers" },
      { source: "docs/ci.md", target: "ci.html", title: "Pull requests and commits" },
      { source: "packages/build/README.md", target: "build.html", title: "Build steps" },
      { source: "packages/vscode-extension/README.md", target: "vscode.html", title: "VS Code" },
      { source: "docs/editors.md", target: "editors.html", title: "Other editors" },
      { source: "docs/decoding.md", target: "decoding.html", title: "Answers in other charsets" },
    ],
  },
  {
    heading: "Reference",
    pages: [
      { source: "docs/language.md", target: "language.html", title: "The language" },
      { source: "docs/checks.md", target: "checks.html", title: "Findings" },
      { source: "docs/analysis.md", target: "analysis.html", title: "Exact answers" },
      { source: "docs/command.md", target: "command.html", title: "The command" },
      { source: "docs/library.md", target: "library.html", title: "The library" },
      { source: "docs/performance.md", target: "performance.html", title: "Performance" },
      { source: "docs/reliability.md", target: "reliability.html", title: "What you may rely on" },
      { source: "CHANGELOG.md", target: "changelog.html", title: "Changes" },
    ],
  },
  {
    heading: "The project",
    pages: [
      { source: "CONTRIBUTING.md", target: "contributing.html", title: "Contributing" },
      { source: "docs/architecture.md", target: "architecture.html", title: "Architecture" },
      { source: "docs/dependencies.md", target: "dependencies.html", title: "Dependencies" },
      { source: "docs/naive-mappings.md", target: "naive-mappings.html", title: "What careless lines do" },
      { source: "docs/releasing.md", target: "releasing.html", title: "Releasing" },
      ...decision("0001-pnpm-by-npx", "Decision 1: pnpm by npx"),
      ...decision("0002-chevrotain-11", "Decision 2: chevrotain 11"),
      ...decision("0003-statement-as-unit", "Decision 3: the statement is the unit"),
      ...decision("0004-code-cache", "Decision 4: a code cache"),
      ...decision("0005-incremental-analysis", "Decision 5: analysis follows edits"),
      ...decision("0006-one-plan", "Decision 6: one plan"),
      ...decision("0007-execution-plan", "Decision 7: the plan of execution"),
      ...decision("0008-playground", "Decision 8: the editor of the playground"),
      ...decision("0009-findings-beyond-the-table", "Decision 9: findings of our own"),
      ...decision("0010-shared-runtime", "Decision 10: the shared runtime"),
    ],
  },
];

/** All pages, in the order of the navigation. */
export const PAGES = NAVIGATION.flatMap(({ pages }) => pages);

/**
 * @param {string} name
 * @param {string} title
 * @returns {readonly SitePage[]}
 */
function decision(name, title) {
  return [{ source: `docs/decisions/${name}.md`, target: `decisions/${name}.html`, title }];
}
