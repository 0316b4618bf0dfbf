import { afterAll, beforeAll, expect, test } from "vitest";
import type { Stage } from "../support/stage.js";

const FILE = "beta.responses";

/** A mapping in which something is wrong with each pair of rules, and with the capture. */
const TEXT = `# The API of Beta.
system "Beta"

success json "$[*].status" exact "sent"
reject  json "$[*].status" exact "refused" as Refused

success keyword "taken"
reject  keyword "daily cap" as "Cap reached"

error status 5xx                    as Server
error status 503                    as Busy
error status 404 and status 410     as Gone
error status 429 and not status 200 as Limit

capture price from json "$.price"

example 200 '[{"status":"sent","price":"12.50"}]' is success
example 200 '[{"status":"refused"}]'              is reject Refused
example 200 "Lead taken"                          is success
example 200 "Your daily cap is reached"           is reject "Cap reached"
example 500 ""                                    is error Server
example 429 "Slow down"                           is error Limit
`;

/** A finding as somebody meets it who points at it and takes what is offered there. */
interface Scene {
  readonly finding: string;
  /** How it is marked. */
  readonly mark: "error" | "warning" | "unnecessary";
  /** The line in which it is, by its beginning, and a word in it. */
  readonly line: RegExp;
  readonly word: RegExp;
  /** What is said of it: the response that shows it, and the other places that belong to it. */
  readonly says: readonly string[];
  readonly offered: readonly string[];
  readonly chosen: string;
  /** What that changes in the text. */
  readonly before: string;
  readonly after: string;
}

const SCENES: readonly Scene[] = [
  {
    finding: "conflicting-rules",
    mark: "warning",
    line: /^reject.*refused/,
    word: /^"refused"$/,
    says: [
      `'[{"status":"sent","price":"12.50"},{"status":"refused","price":"12.50"}]' with status 200 meets both`,
      "beta.responses(4, 9): this rule holds for it, too, and decides",
    ],
    offered: [
      "Move the rule in line 5 up, above line 4",
      'Add and not json "$[*].status" exact "refused" to the rule in line 4',
    ],
    chosen: 'Add and not json "$[*].status" exact "refused" to the rule in line 4',
    before: 'success json "$[*].status" exact "sent"\n',
    after: 'success json "$[*].status" exact "sent" and not json "$[*].status" exact "refused"\n',
  },
  {
    finding: "success-before-reject",
    mark: "warning",
    line: /^success.*taken/,
    word: /^"taken"$/,
    says: [
      '"Your daily cap is reached taken" with status 200 is a success by this rule',
      "beta.responses(8, 9): this rule holds for it, too",
    ],
    offered: [
      "Move the rule in line 8 up, above line 7",
      'Add and not keyword "daily cap" to the rule in line 7',
    ],
    chosen: "Move the rule in line 8 up, above line 7",
    before: 'success keyword "taken"\nreject  keyword "daily cap" as "Cap reached"\n',
    after: 'reject  keyword "daily cap" as "Cap reached"\nsuccess keyword "taken"\n',
  },
  {
    finding: "unreachable-rule",
    mark: "error",
    line: /^error.*Busy/,
    word: /^503$/,
    says: [
      "the rule in line 10 takes every response that this rule would match, with another verdict",
      "beta.responses(10, 7): this takes responses of the rule below",
    ],
    offered: [
      "Move the rule in line 11 up, above line 10",
      "Add and not status 503 to the rule in line 10",
      "Delete the rule in line 11",
    ],
    chosen: "Delete the rule in line 11",
    before: "error status 503                    as Busy\n",
    after: "",
  },
  {
    finding: "impossible-rule",
    mark: "error",
    line: /^error.*Gone/,
    word: /^410$/,
    says: ["no response can pass status 404 and status 410 at once, so this rule never decides"],
    offered: ["Write status 404, 410: one of them is enough", "Delete the rule in line 12"],
    chosen: "Write status 404, 410: one of them is enough",
    before: "status 404 and status 410 ",
    after: "status 404, 410 ",
  },
  {
    finding: "redundant-test",
    mark: "unnecessary",
    line: /^error.*Limit/,
    word: /^200$/,
    says: ["not status 200 holds whenever the other tests of this rule do, so it can be deleted"],
    offered: ["Delete not status 200"],
    chosen: "Delete not status 200",
    before: " and not status 200",
    after: "",
  },
  {
    finding: "field-never-picked",
    mark: "warning",
    line: /^capture/,
    word: /^json$/,
    says: [
      'no example of this file has json "$.price", but the one in line 17 has json "$[*].price"',
      "beta.responses(17, 40): this is what an example has",
    ],
    offered: ['Write json "$[*].price"'],
    chosen: 'Write json "$[*].price"',
    before: 'json "$.price"',
    after: 'json "$[*].price"',
  },
];

/** What is found about rules beside each other: how it is shown, and what is done about it. */
export function ruleFindings(stage: () => Stage): void {
  beforeAll(() => stage().code.folder.add(FILE, TEXT));
  afterAll(async () => {
    await stage().editor.closeAll();
    stage().code.folder.remove(FILE);
  });

  for (const { finding, mark, line, word, says, offered, chosen, before, after } of SCENES) {
    test(`${finding}: the response that shows it, the places that belong to it, and a fix`, async () => {
      const { editor } = stage();
      await editor.openByName(FILE);
      const marks = editor.view.locator(`.squiggly-${mark}`);
      const count = SCENES.filter((scene) => scene.mark === mark).length;
      await expect.poll(() => marks.count()).toBe(count);
      const said = await editor.hover(editor.token(word, editor.line(line)), finding);
      for (const sentence of says) expect(said).toContain(sentence);
      await editor.fixesInHover();
      expect(await editor.offered()).toEqual([...offered, `Ignore ${finding} here, and say why`]);
      await editor.picture(finding);
      await editor.choose(chosen);
      await expect.poll(() => marks.count()).toBe(count - 1);
      await editor.picture(`${finding}-fixed`);
      expect(await editor.text()).toBe(TEXT.replace(before, after));
      // The next test finds the file as it is stored.
      await editor.press("Control+z");
      await editor.page.locator(".tab.dirty").waitFor({ state: "detached" });
    });
  }
}
