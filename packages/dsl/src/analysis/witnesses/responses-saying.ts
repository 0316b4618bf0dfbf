import { bodyWithText } from "../../bodies/rewritten-body.js";
import { writeXmlText } from "../../bodies/xml-text.js";
import { LONGEST_WITNESS, type Witness } from "../../findings/finding.js";
import type { TextStretch } from "../../model/tested-texts.js";
import { structure, valuesEqualTo } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";
import { bodyWithField } from "./body-with-field.js";
import { statusFor } from "./status-for.js";

/**
 * Responses that say a text where the keyword is looked for, as the answers at hand look: recorded ones in which a field says
 * the keyword, and what is simplest of that form.
 */
export function* responsesSaying(
  facts: RuleFacts,
  { rule, textTest: { field } }: SearchedText,
  keyword: TextStretch,
  text: string,
): Iterable<Witness> {
  for (const { in: read, field: found } of facts.ask(valuesEqualTo, keyword.folded)) {
    const { body } = read.subject;
    if (body.length <= LONGEST_WITNESS && found.place !== null)
      yield { status: read.example.status, body: bodyWithText(body, found.place, text) };
  }
  const status = statusFor(rule.model.condition);
  if (status === undefined) return;
  const isXml = facts.ask(structure) === "xml";
  if (field === null) yield { status, body: isXml ? `<message>${writeXmlText(text)}</message>` : text };
  const simplest = field === null ? null : bodyWithField(field, text, null);
  if (simplest !== null) yield { status, body: simplest };
}
