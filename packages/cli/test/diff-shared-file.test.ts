import { run } from "@responses/testing/command";
import { repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { expect, test } from "vitest";

/* What a file changes that many mappings include is told once. */

const SHARED = "reject keyword \"duplicate\" as Duplicate\nexample 'duplicate' is reject Duplicate\n";
const CHANGED = SHARED.replaceAll("Duplicate", "Twice");

function buyer(number: number, more = ""): string {
  return `include "shared.inc.responses"\nsuccess json "$.s" exact "${number}"\n${more}`;
}

const NAMES = ["a", "b", "c", "d", "e", "f", "g"];

async function changed(files: Readonly<Record<string, string>> = {}, ...args: readonly string[]) {
  const buyers = NAMES.map((name, number) => [`${name}.responses`, buyer(number)] as const);
  const cwd = repositoryWith({ ...Object.fromEntries(buyers), "shared.inc.responses": SHARED, ...files });
  writeFiles(cwd, { "shared.inc.responses": CHANGED });
  const { stdout, exitCode } = await run(["diff", "HEAD", ...args], { cwd });
  expect(exitCode).toBe(1);
  return stdout;
}

test("of the file itself, with the mappings that have the same", async () => {
  const text = await changed();
  expect(text.match(/another label: /g)).toHaveLength(1);
  expect(text).toContain(
    "    also in      a.responses, b.responses, c.responses, d.responses, e.responses and 2 more\n",
  );
  expect(text).toContain("8 with other verdicts; exit code 1");
  const markdown = await changed({}, "--format", "markdown");
  expect(markdown.match(/\*\*Another label\*\*/g)).toHaveLength(1);
  expect(markdown).toContain("\n\nOf 1 recorded response 1 gets another outcome, label");
  expect(markdown).toContain(
    "#### `shared.inc.responses`\n\nAlso in `a.responses`, `b.responses`, `c.responses`, `d.responses`, `e.responses` and 2 more.\n",
  );
  const github = await changed({}, "--format", "github");
  expect(github.match(/title=verdict-changed::.*also in a\.responses, b\.responses/g)).toHaveLength(1);
  expect(github.match(/title=verdict-changed::/g)).toHaveLength(1);
});

test("of the first mapping where the file itself is not compared", async () => {
  const text = await changed({}, "b.responses", "c.responses");
  expect(text.match(/another label: /g)).toHaveLength(1);
  expect(text).toMatch(/^b\.responses\n {2}another label[\s\S]*also in {6}c\.responses\n/);
});

test("and again of a mapping that has recorded it by itself, or in which it comes to something else", async () => {
  const text = await changed({
    "a.responses": buyer(0, `example '{"m":"duplicate"}' is reject Duplicate\n`),
    "b.responses": `success keyword "taken"\n${buyer(1)}`.replace(
      "success json",
      'reject keyword "gone"\nsuccess json',
    ),
  });
  expect(text).toContain("recorded at a.responses:3");
  expect(text.match(/another label: /g)).toHaveLength(2);
  expect(text).not.toMatch(/also in .*a\.responses/);
});

test("JSON tells of every mapping by itself", async () => {
  const { files } = JSON.parse(await changed({}, "--format", "json"));
  expect(files.map(({ changes }: { changes: readonly unknown[] }) => changes.length)).toEqual(
    Array.from({ length: 8 }, () => 1),
  );
});

test("an edit in it is shown with it, and with a mapping that includes it told as one cause", async () => {
  const buyerOfAll = `include "gateway.responses"\nsuccess json "$.s" exact "sold"\nreject json "$.s" exact "no" as No\n`;
  const cwd = repositoryWith({
    "a.responses": buyerOfAll,
    "b.responses": buyerOfAll,
    "gateway.responses": 'error keyword "timeout"\n',
  });
  writeFiles(cwd, { "gateway.responses": 'error keyword "time"\n' });
  const markdownOf = async (...paths: readonly string[]) =>
    (await run(["diff", "HEAD", ...paths, "--format", "markdown"], { cwd })).stdout;
  const all = await markdownOf();
  expect(all.match(/^```diff$/gm)).toHaveLength(1);
  expect(all).toContain("#### `a.responses`\n\n1 rule edited in `gateway.responses`, shown there.\n");
  const [, ofFirst = ""] = all.split(/^#### /m);
  // What becomes of sales and of the rest because of it stands together.
  expect(ofFirst.match(/^- Because of/gm)).toHaveLength(1);
  expect(ofFirst).toMatch(/\*\*No longer a sale\*\*[\s\S]*\*\*Another outcome\*\*/);
  const alone = await markdownOf("a.responses");
  expect(alone).toContain("#### `a.responses`\n\n1 rule edited:\n\n```diff\n");
});
