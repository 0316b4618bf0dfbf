import type { FindingName } from "../../findings/catalogue.js";
import type { Finding, LocalFix, ParametersOf, RelatedPlace, Witness } from "../../findings/finding.js";
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
  /** One more, behind it. */
  readonly second?: RelatedStatement | null;
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

/** The same for the second one. */
export const SECOND_LINE = Symbol("the line of the second related statement");

/** Parameters in which lines of related statements are still open. */
export type Unplaced<Value> = Value extends string
  ? Value | typeof RELATED_LINE | typeof SECOND_LINE
  : Value extends object
    ? { readonly [Key in keyof Value]: Unplaced<Value[Key]> }
    : Value;

/** Tells where a statement stands now. */
export type StatementFinder = (statement: StatementRef) => Located<unknown> | null;

/** The finding, in its place in the rule's file. */
export function placeFinding(finding: UnplacedFinding, rule: Rule, find: StatementFinder): Finding {
  const { name, parameters, span, related = null, second = null, witness = null, fixes = [] } = finding;
  const lines = new Map<unknown, string>();
  const places: RelatedPlace[] = [];
  for (const [open, statement] of [[RELATED_LINE, related] as const, [SECOND_LINE, second] as const]) {
    const other = statement === null ? null : find(statement.of);
    if (statement === null || other === null) continue;
    lines.set(open, linePlace(other, rule.file));
    places.push(relatedPlace(other, statement.span, statement.message));
  }
  const what = { name, parameters: lines.size === 0 ? parameters : withLines(parameters, lines) };
  // Name and parameters belong together in the unplaced finding, and so they do in `what`; TypeScript cannot follow that.
  return findingAt(what as NamedParameters, rule, span, { related: places, witness, fixes });
}

function withLines(value: unknown, lines: ReadonlyMap<unknown, string>): unknown {
  const line = lines.get(value);
  if (line !== undefined) return line;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => withLines(inner, lines));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withLines(inner, lines)]));
}
