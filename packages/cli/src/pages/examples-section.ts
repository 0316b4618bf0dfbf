import type { Example, ExampleResult, Verdict } from "@responses/dsl";
import { lineOf } from "@responses/reporting";
import { type Content, type Html, html, joined } from "./html.js";
import type { MappingFacts } from "./mapping-facts.js";
import { cut, responseBlock } from "./response-text.js";
import { listedContents, note, outcomeMark, ruleLink, type Section, verdictInMarks } from "./words.js";

/** Characters of a captured text that are shown. */
const LONGEST_CAPTURE = 500;

/** The recorded responses, the verdict that each must get and the one that it gets. */
export function examplesSection(facts: MappingFacts): Section {
  const { results } = facts.run;
  const content =
    results.length === 0
      ? html`<p>No response is recorded in this file.</p>`
      : html`<p>Recorded or made-up responses, and the verdict that each gets by the rules above.</p>
<ol class="items">
${joined(
  results.map((result) => exampleItem(result, facts)),
  "\n",
)}
</ol>`;
  return { id: "examples", title: "Examples", content };
}

/** Links to examples, as the rest of a sentence; those that fail are marked. */
export function exampleLinks(examples: readonly Example[], facts: MappingFacts): Content {
  return listedContents(
    examples.map((example) => {
      const number = facts.numberOfExample(example);
      const link = html`<a href="#example-${number}">example ${number}</a>`;
      return facts.fails(example) ? [link, " (fails)"] : link;
    }),
  );
}

function exampleItem(result: ExampleResult, facts: MappingFacts): Html {
  const { example, difference } = result;
  const { name, status, body } = example.model;
  const passes = difference === null;
  const number = facts.numberOfExample(example);
  const mark = passes
    ? html`<span class="mark passes">as expected</span>`
    : html`<span class="mark fails">fails</span>`;
  return html`<li${passes ? null : html` class="failing"`} id="example-${number}">
<h3 class="numbered"><span class="number">Example ${number}</span> ${name === null ? null : html`<bdi>${name}</bdi> `}${mark}</h3>
${note(example.statement.syntax.documentation)}
${responseBlock(status, body, `Line ${lineOf(example)}: `)}
<dl class="verdicts">
${passes ? null : html`<dt>Expected</dt> <dd>${expected(example)}</dd>\n`}<dt>Verdict</dt> <dd>${verdictInMarks(result.verdict)}, ${decided(result, facts)}</dd>
${captured(result.verdict, facts)}${difference?.kind === "capture" ? differing(difference.name, difference.actual, facts) : null}
</dl>
</li>`;
}

function decided({ decidedBy }: ExampleResult, facts: MappingFacts): Content {
  return decidedBy === null ? "since no rule matches" : ["decided by ", ruleLink(decidedBy, facts)];
}

/** The verdict that is stated, with what it says of captures. */
function expected({ model: { verdict } }: Example): Content {
  if (verdict.outcome === "unmapped") return outcomeMark("unmapped");
  const { outcome, label, captures } = verdict;
  const parts = captures.map(({ name, value }) =>
    value === ""
      ? html`no <bdi>${name}</bdi>`
      : html`<bdi>${name}</bdi> <bdi class="written">${cut(value, LONGEST_CAPTURE)}</bdi>`,
  );
  const mark = verdictInMarks({ outcome, label });
  return parts.length === 0 ? mark : [mark, " with ", listedContents(parts)];
}

/** The captured parts, in the order of the captures. */
function captured({ captures }: Verdict, { mapping }: MappingFacts): Content {
  return mapping.captures.map(({ model: { name } }) => {
    const value = Object.hasOwn(captures, name) ? (captures[name] ?? "") : null;
    if (value === null) return null;
    return html`<dt><bdi>${name}</bdi></dt> <dd><bdi class="written">${cut(value, LONGEST_CAPTURE)}</bdi></dd>\n`;
  });
}

/** That a capture which is expected is not there; another value is seen beside what is expected. */
function differing(name: string, actual: string | null, { mapping }: MappingFacts): Content {
  if (actual !== null) return null;
  const isKnown = mapping.captures.some(({ model }) => model.name === name);
  const told = isKnown ? "nothing" : "nothing: the mapping has no such capture";
  return html`<dt><bdi>${name}</bdi></dt> <dd>${told}</dd>`;
}
