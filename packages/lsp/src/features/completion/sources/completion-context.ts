import type { ExampleModel, FieldPart, FileModel, Outcome, RuleModel, StatementModel } from "@responses/dsl";
import { type BodyIndex, bodyIndexOf, type CodePlace, memoized, pickedBodies } from "@responses/dsl/editor";
import type { MappingDocument } from "../../../workspace/documents/mapping-document.js";
import { ruleOutcome } from "../place/expected.js";
import { lastPartOf, partsBefore, statementSoFar, type Wanted } from "../place/statement-so-far.js";

/** What is known where something is to be suggested. Each thing is worked out once, when first asked. */
export class CompletionContext {
  readonly document: MappingDocument;
  readonly place: CodePlace;
  /** What stands in the place before the cursor. */
  readonly typed: string;
  /** What the statement of the place means now; null before the first. */
  readonly statement: StatementModel | null;
  /** The files that are connected with this one by includes, without itself. */
  readonly connected: readonly MappingDocument[];
  readonly #soFar = new Map<string, StatementModel | null>();
  #bodies: BodyIndex | null = null;

  constructor(
    document: MappingDocument,
    place: CodePlace,
    typed: string,
    statement: StatementModel | null,
    connected: readonly MappingDocument[],
  ) {
    this.document = document;
    this.place = place;
    this.typed = typed;
    this.statement = statement;
    this.connected = connected.filter(({ file }) => file.path !== document.file.path);
  }

  /** This file, then those that it is connected with. */
  get files(): readonly FileModel[] {
    return [this.document, ...this.connected].map(({ file }) => file);
  }

  /** What the examples show: this file's or, where it has none, those of the files around it. */
  get bodies(): BodyIndex {
    if (this.#bodies === null) {
      const own = examplesOf(this.document.file);
      const examples = own.length > 0 ? own : this.connected.flatMap(({ file }) => examplesOf(file));
      this.#bodies = bodyIndexOf(examples);
    }
    return this.#bodies;
  }

  /**
   * What the part of a field reads that is being written, if something stands in this place: the bodies of the examples or, for
   * a part behind others, what these pick from them.
   */
  bodiesReadAt(role: Wanted): BodyIndex {
    return pickedBodies(this.bodies, partsBefore(this.soFar(role)));
  }

  /** What the statement means up to here if something stands in this place. */
  soFar(role: Wanted): StatementModel | null {
    const known = this.#soFar.get(role);
    if (known !== undefined) return known;
    const model = statementSoFar(this.place.before, role);
    this.#soFar.set(role, model);
    return model;
  }

  /** The rule up to here if something stands in this place; null in other statements. */
  ruleSoFar(role: Wanted): RuleModel | null {
    const model = this.soFar(role);
    return model?.kind === "rule" ? model : null;
  }

  /** The part of a field that is being written, if something stands in this place; null where none is. */
  partSoFar(role: Wanted): FieldPart | null {
    return lastPartOf(this.soFar(role));
  }

  /** The outcome that the statement is about; null for a capture, and where nobody can tell. */
  get outcome(): Outcome | null {
    return ruleOutcome(this.place);
  }
}

/** The file's own examples. */
export const examplesOf = memoized(({ models }: FileModel): readonly ExampleModel[] =>
  models.filter((model) => model.kind === "example"),
);
