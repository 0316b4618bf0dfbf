import { finish } from "@responses/testing/finish";
import { expect, test } from "vitest";
import { recordGaps } from "../../src/features/code-actions/actions/recorded-gaps.js";
import { gapsOf } from "../../src/features/gap-lens.js";
import { changeOf, offeredAt } from "../support/applied-action.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

/* What is added in a line of its own leaves the end of the line above alone: what is underlined there would grow. */

const RULE = 'success json "$.s" exact "NEW"\n';
const FAILS = 'example \'{"s":"OLD"}\' is reject';

async function insertionBy(title: string, text: string, at: string): Promise<string> {
  const workspace = workspaceOf({});
  const document = await openDocument(workspace, "acme.responses", text);
  const start = text.indexOf(at);
  const action = offeredAt(document, { start, end: start + at.length }).find((offer) =>
    offer.title.startsWith(title),
  );
  if (action === undefined) throw new Error("it is not offered");
  const { edits } = await changeOf(action, document, workspace);
  return edits
    .map(({ span, newText }) => `${text.slice(0, span.start)}[${newText}]${text.slice(span.end)}`)
    .join();
}

test("an example that is made of a response goes to the beginning of the next line", async () => {
  const text = `${RULE}# {"s":"x"} from the guide\n${FAILS}\n# The end.\n`;
  expect(await insertionBy("Make an example", text, '{"s":"x"}')).toBe(
    `${RULE}# {"s":"x"} from the guide\n${FAILS}\n[example '{"s":"x"}'   is unmapped\n]# The end.\n`,
  );
});

test("a rule that is added goes to the beginning of the next line", async () => {
  const text = `${RULE}\n${FAILS}\n`;
  expect(await insertionBy("Add the rule", text, "reject")).toBe(
    `${RULE}[reject  json "$.s" exact "OLD" as OLD\n]\n${FAILS}\n`,
  );
});

test("where there is no next line it is made", async () => {
  const text = `${RULE}${FAILS}`;
  const document = await openDocument(workspaceOf({}), "acme.responses", text);
  const [edit] = recordGaps(document, finish(gapsOf(document)).gaps)?.edits ?? [];
  expect(edit?.span).toEqual({ start: text.length, end: text.length });
  expect(edit?.newText).toMatch(/^\nexample made-up '\{"s":"[A-Z]+"\}' +is unmapped$/);
});
