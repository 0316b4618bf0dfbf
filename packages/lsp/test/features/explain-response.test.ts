import { expect, test } from "vitest";
import { explainResponse, type ResponseExplanation } from "../../src/features/explain-response.js";
import { placesOf } from "../../src/features/presentation/places.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { documentOf } from "../support/fixture-document.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

/* A fixture of explaining a response: what `curl -i` printed, and the explanation; the marked stretch is the rule that decides. */

const OWN = (file: string) => file;

test.each(fixturesOf("explain"))("$name", async (fixture) => {
  const { document } = await documentOf(fixture);
  const { main, expected } = fixture;
  const http = expected.get("http") ?? "";
  const explained = explainResponse(document, { http }, placesOf(document, OWN, "utf-16"));
  expect(inLines(explained).join("\n")).toBe(expected.get("explanation"));
  const [marked] = main.marked;
  const decidedBy = explained.kind === "verdict" ? explained.decidedBy : null;
  expect(decidedBy?.range).toEqual(marked === undefined ? undefined : document.positions.rangeOf(marked));
});

function inLines(explained: ResponseExplanation): readonly string[] {
  switch (explained.kind) {
    case "verdict":
      return explained.lines;
    case "no-response":
      return [`no response, line ${explained.line}: ${explained.reason}`];
    case "no-mapping":
      expect(explained.reason).toMatch(/^the mapping cannot be run: ./);
      return ["no mapping"];
  }
}

test("a response by its parts, with the verdict as data and a rule of an included file", async () => {
  const workspace = workspaceOf({ "common.responses": 'reject keyword "dup" as Duplicate\n' });
  const document = await openDocument(
    workspace,
    "acme.responses",
    'include "common.responses"\ncapture id from between "#" and "."\n',
  );
  const places = placesOf(document, (file) => `file:///project/${file}`, "utf-16");
  const explained = explainResponse(document, { status: null, body: "a DUP, lead #7." }, places);
  expect(explained).toMatchObject({
    kind: "verdict",
    verdict: { outcome: "reject", label: "Duplicate", captures: { id: "7" } },
    decidedBy: {
      uri: "file:///project/common.responses",
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 33 } },
    },
  });
});

test("a header that says that the body is compressed does no harm to pasted text", async () => {
  const document = await openDocument(workspaceOf({}), "acme.responses", "success status 200\n");
  const http = "HTTP/1.1 200 OK\ncontent-encoding: br\n\nplain";
  const places = placesOf(document, OWN, "utf-16");
  const explained = explainResponse(document, { http }, places);
  expect(explained).toMatchObject({ kind: "verdict", verdict: { outcome: "success" } });
});
