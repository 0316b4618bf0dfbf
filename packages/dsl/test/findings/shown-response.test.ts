import { messageOf } from "@responses/dsl";
import { showsResponse } from "@responses/dsl/editor";
import { expect, test } from "vitest";

/** A sentence that shows a response. */
function sentenceAbout(status: number | null, body: string): string {
  const parameters = {
    status,
    body,
    losing: [{ line: "line 2", statement: 'reject word "no"' }],
    verdict: "reject",
    move: { kind: "untried" },
  } as const;
  return messageOf({ name: "success-before-reject", parameters });
}

test("a sentence shows a response if it has the whole body, and the status if that matters", () => {
  const any = { status: null, body: "Lead taken" };
  expect(showsResponse('"Lead taken" is a success', any)).toBe(true);
  expect(showsResponse('it is also in {"x":"Lead taken"}', any)).toBe(true);
  expect(showsResponse('"Lead" is a success', any)).toBe(false);
  const accepted = { status: 202, body: "Lead taken" };
  expect(showsResponse('"Lead taken" with status 202 is a success', accepted)).toBe(true);
  expect(showsResponse('"Lead taken" with status 200 is a success', accepted)).toBe(false);
  expect(showsResponse('"Lead taken" is a success', accepted)).toBe(false);
  expect(showsResponse('"" is a success', { status: null, body: "" })).toBe(false);
});

test("a body of 120 characters is shown whole, and of a longer one the middle is left out", () => {
  const body = `${"a".repeat(60)}${"b".repeat(60)}`;
  const sentence = sentenceAbout(200, body);
  expect(sentence).toContain(`"${body}" with status 200 is a success`);
  expect(showsResponse(sentence, { status: 200, body })).toBe(true);
  const longer = { status: null, body: `${body}c` };
  const cut = sentenceAbout(longer.status, longer.body);
  expect(cut).toContain(`"${"a".repeat(60)}${"b".repeat(40)} … ${"b".repeat(14)}c" is a success`);
  expect(showsResponse(cut, longer)).toBe(false);
});
