import { analyse } from "@responses/dsl/editor";
import type { MappingDocument } from "../documents/mapping-document.js";
import type { DocumentGraph, DocumentNode } from "../graph/document-graph.js";
import type { SourceFiles } from "../graph/source-files.js";
import { runnableMapping } from "../repair/runnable-mapping.js";
import { inSlices } from "../time-slice.js";
import { type AnalysedDocument, type RepairedAnalysis, showDocument } from "./analysed-document.js";
import { settingsFor } from "./project-settings.js";

/** Who is told of analyses, and how others get their turns. */
export interface AnalysisQueueOptions {
  readonly nextTurn: () => Promise<void>;
  /** Is told whenever an open document was analysed anew: after edits in it, and in files that it includes. */
  readonly onAnalysed: (document: AnalysedDocument) => void;
  /** Is told of faults of the analysis that no request answers for. */
  readonly onFault: (error: unknown) => void;
}

/** How far a document's analysis is. */
interface AnalysisState {
  /** Grows whenever something changes that the document depends on. */
  stamp: number;
  /** What is known of the document as it is; null while nothing is. */
  analysed: AnalysedDocument | null;
  /** The analysis that the next one builds on. */
  last: RepairedAnalysis | null;
  job: Promise<AnalysedDocument | null> | null;
}

/**
 * Analyses documents of a graph, each in slices, so that others have their turns: those that are open without being asked.
 *
 * Invariant: of a document one analysis runs at a time. It is kept, told of and built upon only if nothing that the document
 * depends on has changed since it began; otherwise it is given up at its next step, and begun anew.
 */
export class AnalysisQueue {
  readonly #graph: DocumentGraph;
  readonly #files: SourceFiles;
  readonly #options: AnalysisQueueOptions;
  /** With the node of a document that is closed goes what is known of it. */
  readonly #states = new WeakMap<DocumentNode, AnalysisState>();

  constructor(graph: DocumentGraph, files: SourceFiles, options: AnalysisQueueOptions) {
    this.#graph = graph;
    this.#files = files;
    this.#options = options;
  }

  /** A mapping file with its findings and its examples run; null where there is no such file. */
  async analysed(key: string): Promise<AnalysedDocument | null> {
    const node = this.#graph.nodeOf(key);
    const state = this.#stateOf(node);
    if (state.analysed !== null) return state.analysed;
    state.job ??= this.#analyse(key, node, state).finally(() => {
      state.job = null;
    });
    return state.job;
  }

  /** Takes in that something has changed that a document depends on. */
  outdate(key: string): void {
    const state = this.#stateOf(this.#graph.nodeOf(key));
    state.stamp++;
    state.analysed = null;
    if (this.#files.texts.bufferOf(key) !== null) this.analysed(key).catch(this.#options.onFault);
  }

  /** Likewise, where nothing of the analysis before is of use. */
  startOver(key: string): void {
    this.#stateOf(this.#graph.nodeOf(key)).last = null;
    this.outdate(key);
  }

  #stateOf(node: DocumentNode): AnalysisState {
    const known = this.#states.get(node);
    if (known !== undefined) return known;
    const state: AnalysisState = { stamp: 0, analysed: null, last: null, job: null };
    this.#states.set(node, state);
    return state;
  }

  async #analyse(key: string, node: DocumentNode, state: AnalysisState): Promise<AnalysedDocument | null> {
    for (;;) {
      await this.#options.nextTurn();
      const current = this.#graph.knownNode(key);
      // It was closed, and has another node if somebody has asked for it since.
      if (current !== node) return current === null ? null : this.analysed(key);
      const { stamp } = state;
      const document = await this.#graph.document(key);
      if (document === null) {
        state.last = null;
        return null;
      }
      const settings = await settingsFor(key, (uri) => this.#graph.textFor(node, uri));
      const isOutdated = () => state.stamp !== stamp;
      const analysed = await this.#analyseMapping(document, node, state.last, isOutdated);
      if (isOutdated()) continue;
      if (analysed !== null) state.last = analysed;
      const shown = showDocument(document, analysed, settings);
      state.analysed = shown;
      if (document.version !== null) this.#options.onAnalysed(shown);
      return shown;
    }
  }

  /** Analyses the mapping as far as it can be run; null where it cannot, or the analysis is outdated. */
  async #analyseMapping(
    document: MappingDocument,
    node: DocumentNode,
    last: RepairedAnalysis | null,
    isOutdated: () => boolean,
  ): Promise<RepairedAnalysis | null> {
    const before = last === null ? null : { linked: last.analysis.linked, repair: last.repair };
    const runnable = runnableMapping(document, before, {
      link: (model) => this.#graph.linkUsable(model, node),
      uriOf: (name) => this.#files.uriOf(name),
    });
    if (runnable === null) return null;
    const steps = untilOutdated(analyse(runnable.linked, last?.analysis ?? null), isOutdated);
    const analysis = await inSlices(steps, this.#options.nextTurn);
    return analysis === null ? null : { repair: runnable.repair, analysis };
  }
}

/** Work that gives up with null as soon as nobody wants its result any more. */
function* untilOutdated<Result>(
  steps: Generator<void, Result>,
  isOutdated: () => boolean,
): Generator<void, Result | null> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (isOutdated()) return null;
    yield;
  }
}
