import { defineEntry } from "../catalogue-entry.js";

export interface RedundantTest {
  /** The test, as it is written. */
  readonly test: string;
}

export const redundantTest = defineEntry({
  name: "redundant-test",
  severity: "hint",
  refuses: false,
  tag: "unnecessary",
  message: ({ test }: RedundantTest) =>
    `${test} holds whenever the other tests of this rule do, so it can be deleted`,
  page: {
    what: "The rest of the condition implies this test: whenever the other tests hold, it does, too.",
    why: "It makes the rule longer without making it stricter. Often something else was meant.",
    wrong:
      'success json "$.status" exact "ok" and not json "$.status" empty\nexample \'{"status":"ok"}\' is success\n',
    right: 'success json "$.status" exact "ok"\nexample \'{"status":"ok"}\' is success\n',
    fix: "Delete the test, or write the one that was meant.",
  },
});
