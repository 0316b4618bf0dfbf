import { basename, dirname, join, relative } from "node:path";
import { AnalysedTogether } from "@responses/dsl/editor";
import { withSlashes } from "@responses/node-host";
import { CollectedFindings } from "@responses/reporting";
import { isGeneratedPage } from "../pages/document.js";
import { type IndexEntry, type IndexedPage, indexPage } from "../pages/index-page.js";
import { findingCounts, mappingPage } from "../pages/mapping-page.js";
import { namedMapping } from "../pages/named-mapping.js";
import type { Inputs } from "./inputs.js";
import { type OutputOptions, type OutputReport, runOutputs, withOutputOfAll } from "./output-run.js";

export interface DocsOptions extends OutputOptions {
  /** The folder that pages are written below. */
  readonly outDir: string;
}

/** `responses docs`: writes a page of each mapping file, and of several an index. */
export function runDocs(inputs: Inputs, options: DocsOptions): OutputReport {
  const { files, found, projects } = inputs;
  const { outDir } = options;
  const pages = new Map<string, IndexedPage>();
  const work = { doing: "writing pages of", undone: "write pages of", isGenerated: isGeneratedPage };
  const together = new AnalysedTogether();
  const report = runOutputs(inputs, work, options, (target, _, path) => {
    const { linked } = files.load(path);
    if (linked.kind === "refused") throw new Error("refused mappings have no pages");
    const { linked: named, nameBefore } = namedMapping(linked, basename(path));
    const { findings, run } = together.analyse(named);
    if (run === null) throw new Error("a mapping that is not refused can be run");
    const collected = new CollectedFindings({
      severityOf: (name, file) => projects.severityOf(name, nameBefore(file)),
    });
    collected.add(findings);
    const reported = collected.inOrder();
    const page = `${target}.html`;
    pages.set(path, {
      path: withSlashes(relative(outDir, page)),
      system: run.mapping.system,
      rules: run.mapping.rules.length,
      examples: run.results.length,
      failing: run.results.filter(({ difference }) => difference !== null).length,
      findings: findingCounts(reported),
    });
    const content = mappingPage(run, reported);
    return { kind: "outputs", outputs: [{ path: page, content }] };
  });
  if (found.paths.length < 2) return report;
  const entries = found.paths.map((path): IndexEntry => {
    const base = found.bases.get(path) ?? dirname(path);
    return { path: withSlashes(relative(base, path)), page: pages.get(path) ?? null };
  });
  return withOutputOfAll(
    report,
    [{ path: join(outDir, "index.html"), content: indexPage(entries) }],
    work,
    options,
  );
}
