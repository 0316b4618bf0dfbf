import { shownSource } from "../../findings/quoted.js";
import { stretchesOf } from "../../model/tested-texts.js";
import { decidedBy, hasExamples, structure } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { canBeRewritten, type SearchedText } from "../facts/searched-texts.js";
import type { UnplacedFinding } from "../placing/unplaced-finding.js";
import { elementsOf, elementTestFor } from "../suggested-tests/element-test.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";
import { type Markup, readMarkup, withSpacesAround } from "../words/markup.js";

/**
 * A text that holds XML as it is written: with two tags side by side, between which white space may come and go, or with a
 * value and a tag beside it. Texts of pages are left alone: few of these can be read as XML.
 */
export function textWithMarkup(facts: RuleFacts, searched: SearchedText): UnplacedFinding | null {
  const { test, textTest, text } = searched;
  const markup = textTest.field === null ? readMarkup(stretchesOf(searched)) : null;
  if (markup === null || (markup.values.length === 0 && !markup.joinsTags)) return null;
  if (!isInXml(facts, searched, markup)) return null;
  const better = canBeRewritten(textTest) ? elementTestFor(facts, searched) : null;
  const fixes = better === null ? [] : [suggestTest(test.span, better)];
  const shown = better === null ? null : shownSource(better);
  const { span } = text;
  return markup.joinsTags
    ? {
        name: "spacing-dependent",
        parameters: { kind: "markup", text: text.text, better: shown },
        span,
        fixes,
      }
    : {
        name: "value-between-tags",
        parameters: { text: text.text, same: withSpacesAround(text.text), better: shown },
        span,
        fixes,
      };
}

/** Whether what the rule is about is XML, as far as the examples tell; without any the names of the tags do. */
function isInXml(facts: RuleFacts, { rule }: SearchedText, { isHtml }: Markup): boolean {
  const decided = facts.ask(decidedBy, rule);
  if (decided.length > 0) return decided.some(({ example }) => elementsOf(example).length > 0);
  return facts.ask(hasExamples) ? facts.ask(structure) === "xml" : !isHtml;
}
