import { coverageOf } from "../examples/coverage.js";
import { type ExampleResult, runAgainst } from "../examples/run-examples.js";
import type { Finding, LocalFix, RelatedPlace, Witness } from "../findings/finding.js";
import { fixInFile } from "../findings/finding.js";
import { createMatcher, type Matcher } from "../matching/matcher.js";
import type { Located, Mapping, Rule } from "../model/mapping.js";
import type { LocalSpan } from "../text/span.js";
import { spanInFile } from "../text/span.js";
import { ExampleBodies } from "./example-bodies.js";
import { type KeywordPlaces, placesOfKeywords } from "./keyword-places.js";

/** A mapping and what its checks share: each is worked out once. */
export class AnalysedMapping {
  readonly mapping: Mapping;
  /** What the mapping's own examples show of the system. */
  readonly bodies: ExampleBodies;
  #matcher: Matcher | null = null;
  #results: readonly ExampleResult[] | null;
  #decided: ReadonlyMap<Rule, readonly ExampleResult[]> | null = null;
  #places: ((folded: string) => KeywordPlaces) | null = null;

  /** `results` are those of the mapping's own examples, where they are known. */
  constructor(mapping: Mapping, results: readonly ExampleResult[] | null = null) {
    this.mapping = mapping;
    this.#results = results;
    this.bodies = new ExampleBodies(mapping.examples);
  }

  /** The mapping, ready to be run. */
  get matcher(): Matcher {
    this.#matcher ??= createMatcher(this.mapping);
    return this.#matcher;
  }

  /** How the mapping's own examples went. */
  get results(): readonly ExampleResult[] {
    this.#results ??= runAgainst(this.matcher, this.mapping.examples);
    return this.#results;
  }

  /** The examples that a rule of the mapping's own file decides. */
  decidedBy(rule: Rule): readonly ExampleResult[] {
    this.#decided ??= new Map(
      coverageOf(this.mapping, this.results).map(({ rule: key, decides }) => [key, decides]),
    );
    return this.#decided.get(rule) ?? [];
  }

  /** Where a folded keyword of the mapping's own rules stands in its JSON examples. */
  placesOf(folded: string): KeywordPlaces {
    this.#places ??= placesOfKeywords(this.mapping, this.bodies);
    return this.#places(folded);
  }
}

/** A finding's name with its own parameters. */
type NamedParameters = {
  readonly [Name in Finding["name"]]: Pick<Extract<Finding, { name: Name }>, "name" | "parameters">;
}[Finding["name"]];

/** What a finding can have beside its name and place. */
export interface FindingExtras {
  readonly related?: readonly RelatedPlace[];
  readonly witness?: Witness;
  readonly fixes?: readonly LocalFix[];
}

/** A finding about a part of a statement; the fixes are in offsets from the statement's start, too. */
export function findingAt(
  what: NamedParameters,
  { statement, file }: Located<unknown>,
  span: LocalSpan,
  extras: FindingExtras = {},
): Finding {
  const place = {
    file: file.path,
    span: spanInFile(span, statement.start),
    related: extras.related ?? [],
    witness: extras.witness ?? null,
    fixes: (extras.fixes ?? []).map((fix) => fixInFile(fix, statement.start)),
  };
  // Name and parameters belong together in `what`, and so they do here; TypeScript cannot follow that through a spread.
  return { ...what, ...place } as Finding;
}

/** A part of a statement as a related place. */
export function relatedPlace(
  { statement, file }: Located<unknown>,
  span: LocalSpan,
  message: string,
): RelatedPlace {
  return { file: file.path, span: spanInFile(span, statement.start), message };
}
