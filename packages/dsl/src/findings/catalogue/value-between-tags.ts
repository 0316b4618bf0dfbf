import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  readonly text: string;
  /** What says the same and does not hold the text. */
  readonly same: string;
  /** A test of the element, as it would be written; null where none is known. */
  readonly better: string | null;
}

export const valueBetweenTags = defineEntry({
  name: "value-between-tags",
  severity: "hint",
  refuses: false,
  message: ({ text, same, better }: Parameters) =>
    `${quoted(text)} is not found in ${quoted(same)}, which says the same; ${
      better === null ? "ask for the element with xml" : `write ${better}`
    }`,
  page: {
    what: "A text holds a value of XML together with a tag beside it, such as <status>sold or >sold<.",
    why: 'The same answer can be written in other ways: <status> sold </status>, <status code="1">sold</status>, <s:status>sold</s:status>. The rule does not hold for them, though they say the same. That is rarer than a change of the spaces between two tags, so it is a hint and not a warning.',
    wrong:
      "success keyword '<status>sold</status>'\nexample '<r><status>sold</status></r>' is success\nexample '<r><status> sold </status></r>' is unmapped\n",
    right:
      "success xml \"//status\" exact \"sold\"\nexample '<r><status>sold</status></r>' is success\nexample '<r><status> sold </status></r>' is success\n",
    fix: 'Ask for the element: xml "//status" exact "sold". Where the answer is no XML that can be read, cut the value out with between: between "<status>" and "</status>" exact "sold".',
  },
});
