import type { FindingName } from "../../findings/catalogue.js";
import type { Finding, LocalFix, ParametersOf, Witness } from "../../findings/finding.js";
import type { ExampleModel, Located, Rule, RuleModel } from "../../model/mapping.js";
import type { LocalSpan } from "../../text/span.js";
import { linePlace } from "./line-place.js";
import { findingAt, type NamedParameters, relatedPlace } from "./placed-finding.js";

/** A finding about a rule, wherever that and what it has to do with stand. */
export type UnplacedFinding = { readonly [Name in FindingName]: UnplacedOf<Name> }[FindingName];

interface UnplacedOf<Name extends FindingName> {
  readonly name: Name;
  readonly parameters: Unplaced<ParametersOf<Name>>;
  readonly span: LocalSpan;
  readonly related?: RelatedStatement | null;
  readonly witness?: Witness | null;
  readonly fixes?: readonly LocalFix[];
}

/** Another statement that belongs to the finding. */
export interface RelatedStatement {
  readonly of: StatementRef;
  readonly span: LocalSpan;
  readonly message: string;
}

/** A statement by what it means; `nth` tells those of equal text apart. */
export interface StatementRef {
  readonly model: RuleModel | ExampleModel;
  readonly nth: number;
}

/** Stands in parameters for the line of the related statement. */
export const RELATED_LINE = Symbol("the line of the related statement");

/** Parameters in which the line of the related statement is still open. */
export type Unplaced<Value> = Value extends string
  ? Value | typeof RELATED_LINE
  : Value extends object
    ? { readonly [Key in keyof Value]: Unplaced<Value[Key]> }
    : Value;

/** Tells where a statement stands now. */
export type StatementFinder = (statement: StatementRef) => Located<unknown> | null;

/** The finding, in its place in the rule's file. */
export function placeFinding(finding: UnplacedFinding, rule: Rule, find: StatementFinder): Finding {
  const { name, parameters, span, related = null, witness = null, fixes = [] } = finding;
  const other = related === null ? null : find(related.of);
  const what = {
    name,
    parameters: other === null ? parameters : withLine(parameters, linePlace(other, rule.file)),
  };
  const places =
    related === null || other === null ? [] : [relatedPlace(other, related.span, related.message)];
  // Name and parameters belong together in the unplaced finding, and so they do in `what`; TypeScript cannot follow that.
  return findingAt(what as NamedParameters, rule, span, { related: places, witness, fixes });
}

function withLine(value: unknown, line: string): unknown {
  if (value === RELATED_LINE) return line;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withLine(inner, line)]));
}
