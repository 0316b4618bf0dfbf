import { defineEntry } from "../catalogue-entry.js";
import { listed } from "../counted.js";
import { quoted, visible } from "../quoted.js";

export interface LabelPicksFirst {
  /** As the rule has it. */
  readonly field: string;
  /** The line of the example. */
  readonly place: string;
  /** The first of the different texts, and how many there are beside them. */
  readonly texts: readonly string[];
  readonly more: number;
  /** What an example states for which the first is right. */
  readonly verdict: string;
}

export const labelPicksFirst = defineEntry({
  name: "label-picks-first",
  severity: "hint",
  refuses: false,
  message: ({ field, place, texts, more, verdict }: LabelPicksFirst) => {
    const several = listed([...texts.map((text) => quoted(text)), ...(more > 0 ? [`${more} more`] : [])]);
    return `in the example in ${place} ${visible(field)} picks ${several}, and the label is the first; write rules of their own above for the reasons that count, each with its label, or, if the first is right, state it in that example: is ${visible(verdict)}`;
  },
  page: {
    what: "A rule takes its label from a field that picks several different texts from the body of an example. The label is the first of them.",
    why: "Which text comes first is up to the system: a warning that stands before the reason is then what the report counts, and nobody sees why the leads are refused.",
    wrong:
      'success json "$.sold" exact "true"\nreject  json "$.sold" exact "false" as json "$.messages[*].text" or "No reason"\nexample \'{"sold":true}\' is success\nexample \'{"sold":false,"messages":[{"code":"V02","text":"zip changed"},{"code":"C01","text":"cap reached"}]}\' is reject\n',
    right:
      'success json "$.sold" exact "true"\nreject  json "$.messages[*].code" exact "C01" as "Cap reached"\nreject  json "$.sold" exact "false" as json "$.messages[0].text" or "No reason"\nexample \'{"sold":true}\' is success\nexample \'{"sold":false,"messages":[{"code":"V02","text":"zip changed"},{"code":"C01","text":"cap reached"}]}\' is reject "Cap reached"\nexample \'{"sold":false,"messages":[{"code":"D10","text":"duplicate"}]}\' is reject duplicate\n',
    fix: 'Above the rule, write one for each reason that counts: its test holds if one of several texts is the one, as in json "$.messages[*].code" exact "C01", and its label is fixed. Or ask for one element by its number. Where the first text is the right one, state it in the example: is reject "cap reached".',
  },
});
