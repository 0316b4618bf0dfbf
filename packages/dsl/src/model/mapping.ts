import type { Statement, Tree } from "../syntax/tree.js";
import type { NumberMatchWord, Outcome, TextMatchWord } from "../syntax/vocabulary.js";
import type { LocalSpan } from "../text/span.js";
import type { Field } from "./field.js";
import type { MappingText } from "./mapping-text.js";

/** Both ends included. */
export interface StatusRange {
  readonly first: number;
  readonly last: number;
  readonly span: LocalSpan;
}

/** A test without its `not`. */
export type PositiveTest =
  | { readonly kind: "status"; readonly ranges: readonly StatusRange[]; readonly span: LocalSpan }
  | {
      readonly kind: "text";
      readonly how: TextMatchWord;
      readonly howSpan: LocalSpan;
      /** Null for the body. */
      readonly field: Field | null;
      /** It holds if one of them does. */
      readonly texts: readonly MappingText[];
      readonly span: LocalSpan;
    }
  | {
      readonly kind: "number";
      readonly how: NumberMatchWord;
      readonly field: Field;
      /** The number as written: a decimal of the grammar. */
      readonly number: string;
      readonly span: LocalSpan;
    }
  | { readonly kind: "empty"; readonly field: Field; readonly span: LocalSpan };

export interface Test {
  readonly negated: boolean;
  readonly test: PositiveTest;
  readonly span: LocalSpan;
}

/** When a rule holds: if all tests do, or always. */
export type Condition =
  | { readonly kind: "otherwise"; readonly span: LocalSpan }
  | { readonly kind: "tests"; readonly tests: readonly Test[]; readonly span: LocalSpan };

export type Label =
  | { readonly kind: "none" }
  | { readonly kind: "fixed"; readonly text: string; readonly span: LocalSpan }
  | {
      readonly kind: "field";
      readonly field: Field;
      readonly fallback: string | null;
      readonly span: LocalSpan;
    };

export interface SystemModel {
  readonly kind: "system";
  readonly name: string;
}

export interface IncludeModel {
  readonly kind: "include";
  readonly path: string;
  readonly pathSpan: LocalSpan;
}

export interface RuleModel {
  readonly kind: "rule";
  readonly outcome: Outcome;
  readonly outcomeSpan: LocalSpan;
  readonly condition: Condition;
  readonly label: Label;
}

export interface CaptureModel {
  readonly kind: "capture";
  readonly name: string;
  readonly nameSpan: LocalSpan;
  readonly field: Field;
  /** The verdicts that have it; null for every one. */
  readonly outcomes: readonly Outcome[] | null;
}

/** The verdict that an example must get; a null label accepts any. */
export type ExpectedVerdict =
  | { readonly outcome: "unmapped" }
  | {
      readonly outcome: Outcome;
      readonly label: string | null;
      readonly labelSpan: LocalSpan | null;
      readonly captures: readonly {
        readonly name: string;
        readonly nameSpan: LocalSpan;
        readonly value: string;
      }[];
    };

export interface ExampleModel {
  readonly kind: "example";
  readonly name: string | null;
  /** Any integer; null where none is recorded. */
  readonly status: number | null;
  readonly body: string;
  readonly bodySpan: LocalSpan;
  readonly verdict: ExpectedVerdict;
  readonly verdictSpan: LocalSpan;
}

/** A statement that the language has no meaning for; its findings say why. */
export interface BrokenModel {
  readonly kind: "broken";
}

export type StatementModel =
  | SystemModel
  | IncludeModel
  | RuleModel
  | CaptureModel
  | ExampleModel
  | BrokenModel;

/** One file by itself: its statements and what each means. */
export interface FileModel {
  /** The path as the host names it. */
  readonly path: string;
  readonly tree: Tree;
  /** One for each of the tree's statements. */
  readonly models: readonly StatementModel[];
}

/** A part of a mapping and the statement that says it. */
export interface Located<Model> {
  readonly model: Model;
  readonly statement: Statement;
  readonly file: FileModel;
}

export type Rule = Located<RuleModel>;
export type Capture = Located<CaptureModel>;
export type Example = Located<ExampleModel>;
export type Include = Located<IncludeModel>;

/** A file that a mapping includes, and the include in the mapping's own file through which it came first. */
export interface IncludedFile {
  readonly file: FileModel;
  /** The path from the folder of the mapping's own file, as the includes on the way write it. */
  readonly name: string;
  readonly through: Include;
  /** The files that its own includes lead to, by the path as it is written there. */
  readonly leadsTo: ReadonlyMap<string, FileModel>;
}

/** What a mapping file means, includes put in place. It can always be run. */
export interface Mapping {
  readonly file: FileModel;
  readonly system: string | null;
  /** In the order in which they are tried. */
  readonly rules: readonly Rule[];
  readonly captures: readonly Capture[];
  /** The file's own. */
  readonly examples: readonly Example[];
  readonly included: readonly IncludedFile[];
}
