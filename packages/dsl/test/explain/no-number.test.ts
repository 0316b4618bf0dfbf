import { explain, link, noOtherFiles, parse } from "@responses/dsl";
import { evidenceInWords, explainedBody } from "@responses/dsl/editor";
import { expect, test } from "vitest";

test.each([
  ["1,014.00", "because of the comma"],
  ["$ 1 014", "because of the blank in it"],
  ["12.50 USD", 'because of " "'],
  ["12.50%", 'because of "%"'],
  ["+5", 'because of "+"'],
  [".5", "because of the way it is written"],
  ["free", "which is no number"],
  ["rejected, code 7", 'because of "r"'],
  ["12,50", "because of the comma"],
  ["no. 12 34 of it", 'because of "n"'],
  ["-3", null],
])("why %s is not above 0", (price, why) => {
  const linked = link(parse("a", 'success json "$.price" above 0\n'), noOtherFiles);
  if (linked.kind === "refused") throw new Error("it is to be read");
  const { rules, body } = explain(linked.mapping, { status: 200, body: JSON.stringify({ price }) });
  const said =
    rules[0]?.tests[0] === undefined ? "" : evidenceInWords(rules[0].tests[0], explainedBody(body));
  if (why === null) expect(said).not.toContain("no number");
  else expect(said).toContain(`it is ${JSON.stringify(price)}`);
  expect(said).toContain(why ?? "");
});
