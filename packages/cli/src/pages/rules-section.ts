import { format, type Include, type Rule, type RuleModel } from "@responses/dsl";
import { conditionInWords, counted, IN_FULL, resultInWords } from "@responses/dsl/editor";
import { lineOf } from "@responses/reporting";
import { exampleLinks } from "./examples-section.js";
import { type Content, type Html, html, joined } from "./html.js";
import type { MappingFacts } from "./mapping-facts.js";
import {
  listedContents,
  note,
  outcomeMark,
  ruleLink,
  type Section,
  sentence,
  sentenceBeginning,
  verdictInMarks,
} from "./words.js";

/** The rules in the order in which they are tried, those of included files as such, each once. */
export function rulesSection(facts: MappingFacts): Section {
  const { rules } = facts.mapping;
  const content =
    rules.length === 0
      ? html`<p>There is no rule: every response is ${outcomeMark("unmapped")}.</p>`
      : html`<p>The rules are tried in this order. The first that matches decides, and none below it is asked.</p>
${groupsOf(rules).map((group) => groupBlock(group, facts))}
<p>A response that no rule matches is ${outcomeMark("unmapped")}.</p>`;
  return { id: "rules", title: "Rules", content };
}

/** Neighbours that stand in the same file. */
function groupsOf(rules: readonly Rule[]): readonly (readonly [Rule, ...Rule[]])[] {
  const groups: [Rule, ...Rule[]][] = [];
  for (const rule of rules) {
    const open = groups.at(-1);
    if (open !== undefined && open[0].file.path === rule.file.path) open.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

function groupBlock(group: readonly [Rule, ...Rule[]], facts: MappingFacts): Html {
  const [first] = group;
  const start = facts.numberOf(first);
  const list = html`<ol class="rules" start="${start}">
${joined(
  group.map((rule) => ruleItem(rule, facts)),
  "\n",
)}
</ol>`;
  if (!facts.isIncluded(first)) return html`<div class="group">\n${list}\n</div>\n`;
  const include = facts.mapping.included.find(({ file }) => file.path === first.file.path)?.through ?? null;
  return html`<div class="group included">
<p class="from">${fromWhere(start, group.length)} from <bdi class="written">${first.file.path}</bdi>, included${includeLine(include)}.</p>
${include === null ? null : note(include.statement.syntax.documentation)}
${list}
</div>
`;
}

function fromWhere(start: number, count: number): string {
  return count === 1 ? `Rule ${start} comes` : `Rules ${start} to ${start + count - 1} come`;
}

function includeLine(include: Include | null): string {
  return include === null ? "" : ` in line ${lineOf(include)}`;
}

function ruleItem(rule: Rule, facts: MappingFacts): Html {
  const { model, statement } = rule;
  const { syntax } = statement;
  const number = facts.numberOf(rule);
  // Without the blanks that line it up with its neighbours.
  const written = format(syntax.text.slice(syntax.span.from, syntax.span.to)).trimEnd();
  return html`<li class="rule" id="rule-${number}">
<h3 class="numbered"><span class="number">Rule ${number}</span> <span>${result(model)}</span></h3>
<p>${sentenceBeginning(conditionInWords(model.condition, IN_FULL))}.</p>
${note(syntax.documentation)}
<pre translate="no"><code>${written}</code></pre>
${ruleExamples(rule, facts)}
</li>`;
}

/** What the rule gives; a label that is no text of the mapping is told in words. */
function result(model: RuleModel): Content {
  const { outcome, label } = model;
  if (label.kind === "fixed") return verdictInMarks({ outcome, label: label.text });
  const [, ...named] = resultInWords(model);
  return [outcomeMark(outcome), sentence(named)];
}

/** Which recorded responses the rule decides, and which it would if no rule stood above it. */
function ruleExamples(rule: Rule, facts: MappingFacts): Content {
  const { run } = facts;
  const decided = run.decidedBy(rule);
  const others = run.matchedBy(rule).filter((result) => !decided.includes(result));
  const decides =
    decided.length === 0
      ? "No example here is decided by it."
      : [
          "Decides ",
          exampleLinks(
            decided.map(({ example }) => example),
            facts,
          ),
          ".",
        ];
  const also = others.map(({ example, decidedBy }) => [
    exampleLinks([example], facts),
    decidedBy === null ? null : [" (decided by ", ruleLink(decidedBy, facts), ")"],
  ]);
  const matches = also.length === 0 ? null : [" It also matches ", listedContents(also), "."];
  return html`<p class="small">Line ${lineOf(rule)}. ${decides}${matches}</p>`;
}

/** `5 rules, 2 of them included`. */
export function countOfRules(facts: MappingFacts): string {
  const { rules } = facts.mapping;
  const included = rules.filter((rule) => facts.isIncluded(rule)).length;
  const told = counted(rules.length, "rule");
  return included === 0 ? told : `${told}, ${included} of them included`;
}
