import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, onTestFinished, test } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver-protocol";
import type { ComparisonResult, CustomRequests } from "../../src/custom-requests.js";
import { ServerProcess } from "../support/server-process.js";

/* Comparing what is typed with HEAD and with what is saved: the built server, as a process, and real repositories. */

const MAPPING = `system "Acme"

include "common.responses"

success keyword "sold"
reject json "$.why" exact "dup" as Duplicate

example sold 200 "sold" is success
example dup 200 '{"why":"dup"}' is reject Duplicate
`;

const FILES = {
  "acme.responses": MAPPING,
  "common.responses": 'reject word "blocked" as Blocked\n',
};

type Compared = Extract<ComparisonResult, { readonly kind: "compared" }>;
type NotCompared = Extract<ComparisonResult, { readonly kind: "not-compared" }>;
type Base = CustomRequests["responses/compare"]["params"]["base"];

/** A server for one test, in which files of a folder are open. */
class Editing {
  readonly server: ServerProcess;
  readonly #folder: string;
  readonly #versions = new Map<string, number>();

  private constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.server = new ServerProcess(env);
    this.#folder = folder;
    onTestFinished(() => {
      this.server.process.kill();
    });
  }

  /** Opens texts, be they saved or not, by their names in the folder; `env` is for the server's process. */
  static async of(
    folder: string,
    texts: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Editing> {
    const editing = new Editing(folder, env);
    await editing.server.initialize({
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "project" }],
    });
    for (const [name, text] of Object.entries(texts)) await editing.write(name, text);
    return editing;
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.#folder, name)).href;
  }

  /** Opens a text, or puts another in its place. */
  async write(name: string, text: string): Promise<void> {
    const version = (this.#versions.get(name) ?? 0) + 1;
    this.#versions.set(name, version);
    const uri = this.uriOf(name);
    if (version === 1) return this.server.open(uri, text);
    await this.server.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  compare(name: string, base: Base): Promise<ComparisonResult | null> {
    return this.server.connection.sendRequest("responses/compare", { uri: this.uriOf(name), base });
  }

  async compared(name: string, base: Base): Promise<Compared> {
    const result = await this.compare(name, base);
    if (result?.kind !== "compared") throw new Error(`not compared: ${result?.reason}`);
    return result;
  }

  async notCompared(name: string, base: Base): Promise<NotCompared> {
    const result = await this.compare(name, base);
    if (result?.kind !== "not-compared") throw new Error("it was compared");
    return result;
  }
}

/** A number that is asked for its digits, too. */
const UNDECIDED = ["success", "reject"].map(
  (outcome) => `${outcome} json "$.n" above 1 and json "$.n" keyword "e"\n`,
);

/** What is said behind rules, by the lines that these stand on, from 1. */
function notesByLine({ notes }: Compared): Readonly<Record<number, string>> {
  return Object.fromEntries(notes.map(({ location, text }) => [location.range.start.line + 1, text]));
}

const SOLD_IS_REJECTED = MAPPING.replace('success keyword "sold"', 'reject keyword "sold" as Sold');

test("an unsaved edit is compared with HEAD: groups, witnesses, recorded answers, notes and the page", async () => {
  const folder = repositoryWith(FILES);
  const commit = git(folder, "rev-parse", "HEAD").trim();
  const editing = await Editing.of(folder, { "acme.responses": SOLD_IS_REJECTED });
  const result = await editing.compared("acme.responses", "head");
  expect(result).toMatchObject({ version: 1, base: "head", commit, result: "differs", asItWas: null });
  expect(result.changes.count).toBe(1);
  const uri = editing.uriOf("acme.responses");
  expect(result.changes.shown).toMatchObject([
    {
      money: "success-lost",
      differs: "outcome",
      before: { verdict: { outcome: "success" }, rule: { file: "acme.responses", line: 5, location: null } },
      after: {
        verdict: { outcome: "reject", label: "Sold" },
        rule: { text: 'reject keyword "sold" as Sold', line: 5, location: { uri } },
      },
      witness: { status: 200, body: "sold" },
    },
  ]);
  expect(result.examples).toMatchObject({ count: 1, shown: [{ name: "sold", recordedIn: "both" }] });
  expect(notesByLine(result)).toEqual({ 5: "success → reject Sold for 1 recorded answer" });
  expect(result.notes[0]).toMatchObject({ money: "success-lost", location: { uri } });
  expect(result.page).toBe(`## \`acme.responses\` compared with HEAD

**Responses get another verdict.** From \`HEAD (${commit.slice(0, 10)})\` to the text in the editor.

1 rule edited:

\`\`\`diff
- success keyword "sold"
+ reject keyword "sold" as Sold
\`\`\`

- Because of line 5, \`reject keyword "sold" as Sold\`:
  - **No longer a sale**: \`success\` (old line 5) → \`reject Sold\` (line 5), for example \`200 "sold"\`, recorded as the example \`sold\` in line 8
`);
});

test("a rule that takes answers from another says from which line, and what is only made up is shown", async () => {
  const folder = repositoryWith(FILES);
  const text = MAPPING.replace("success keyword", 'error status 200\nreject keyword "x"\nsuccess keyword');
  const editing = await Editing.of(folder, { "acme.responses": text });
  const notes = notesByLine(await editing.compared("acme.responses", "head"));
  expect(notes[5]).toContain("takes 1 recorded answer from line 7: success → error; ");
  expect(notes[6]).toMatch(
    /^success → reject for responses such as 4\d\d '\{"why":"sold[^"]*x"\}'; .*; and 1 more group$/,
  );
});

test("a rule that lost what it took is told of where it stood", async () => {
  const folder = repositoryWith(FILES);
  const text = MAPPING.replace('keyword "sold"', 'exact "sold!"');
  const editing = await Editing.of(folder, { "acme.responses": text });
  const notes = notesByLine(await editing.compared("acme.responses", "head"));
  expect(notes[5]).toContain("no longer takes 1 recorded answer: success → unmapped");
});

test("what is saved and what is committed are read anew whenever somebody asks", async () => {
  const folder = repositoryWith(FILES);
  const editing = await Editing.of(folder, { "acme.responses": SOLD_IS_REJECTED });
  expect((await editing.compared("acme.responses", "saved")).result).toBe("differs");
  expect((await editing.compared("acme.responses", "head")).result).toBe("differs");
  writeFiles(folder, { "acme.responses": SOLD_IS_REJECTED });
  const saved = await editing.compared("acme.responses", "saved");
  expect(saved).toMatchObject({ result: "same", commit: null, notes: [] });
  expect(saved.page).toContain("**No response changes its verdict (proved).** From what is saved to");
  expect((await editing.compared("acme.responses", "head")).result).toBe("differs");
  const commit = commitAll(folder);
  expect(await editing.compared("acme.responses", "head")).toMatchObject({ result: "same", commit });
});

test("includes count: as the editor has them now, and as they were committed or are saved", async () => {
  const folder = repositoryWith(FILES);
  const editing = await Editing.of(folder, {
    "acme.responses": MAPPING,
    "common.responses": 'reject word "blocked" as Barred\n',
  });
  for (const base of ["head", "saved"] as const) {
    const result = await editing.compared("acme.responses", base);
    expect(result.changes.shown).toMatchObject([
      {
        differs: "label",
        after: {
          rule: { file: "common.responses", line: 1, location: { uri: editing.uriOf("common.responses") } },
        },
      },
    ]);
    expect(result.notes).toMatchObject([{ location: { uri: editing.uriOf("common.responses") } }]);
  }
  // What is on the disk is not what HEAD has.
  await editing.write("common.responses", FILES["common.responses"]);
  writeFiles(folder, { "common.responses": 'reject word "blocked" as Barred\n' });
  expect((await editing.compared("acme.responses", "head")).result).toBe("same");
  expect((await editing.compared("acme.responses", "saved")).result).toBe("differs");
});

test("a file that was renamed is compared with what it was", async () => {
  const folder = repositoryWith({ ...FILES, "other.responses": 'success keyword "other"\n' });
  mkdirSync(join(folder, "buyers"));
  renameSync(join(folder, "acme.responses"), join(folder, "buyers/acme.responses"));
  rmSync(join(folder, "other.responses"));
  const text = SOLD_IS_REJECTED.replace("common.responses", "../common.responses");
  const editing = await Editing.of(folder, { "buyers/acme.responses": text });
  const result = await editing.compared("buyers/acme.responses", "head");
  expect(result).toMatchObject({ result: "differs", formerly: "acme.responses", changes: { count: 1 } });
  expect(result.page).toMatch(/From `HEAD \([0-9a-f]{10}\)`, where it was `acme\.responses`, to the text/);
  expect(notesByLine(result)).toEqual({ 5: "success → reject Sold for 1 recorded answer" });
});

test("a copy for another system is another file", async () => {
  const folder = repositoryWith(FILES);
  rmSync(join(folder, "acme.responses"));
  const editing = await Editing.of(folder, { "zeta.responses": MAPPING.replace("Acme", "Zeta") });
  expect(await editing.compare("zeta.responses", "head")).toMatchObject({ kind: "not-compared" });
});

test("what cannot be decided is said not to be", async () => {
  const [before = "", after = ""] = UNDECIDED;
  const folder = repositoryWith({ "acme.responses": before });
  const editing = await Editing.of(folder, { "acme.responses": after });
  const result = await editing.compared("acme.responses", "head");
  expect(result).toMatchObject({ result: "undecided", notes: [], changes: { count: 0 } });
  expect(result.undecided.count).toBeGreaterThan(0);
  expect(result.page).toContain("- **Not decided**:\n  - old line 1 → line 1: ");
});

describe("broken text", () => {
  test("is compared as it was before, which is said, and errors end nothing", async () => {
    const folder = repositoryWith(FILES);
    const editing = await Editing.of(folder, { "acme.responses": SOLD_IS_REJECTED });
    const before = await editing.compared("acme.responses", "head");
    await editing.write("acme.responses", SOLD_IS_REJECTED.replace("keyword", "keywo"));
    const broken = await editing.compared("acme.responses", "head");
    expect(broken.asItWas).toBe("as it was before line 5 was broken");
    expect(broken.changes.count).toBe(before.changes.count);
    expect(broken.notes.map(({ text }) => text)).toEqual(before.notes.map(({ text }) => text));
    expect(broken.page).toContain("as it was before line 5 was broken");
  });

  test("that never was a mapping is told of", async () => {
    const folder = repositoryWith(FILES);
    const editing = await Editing.of(folder, { "acme.responses": "success keywo" });
    const { reason, page } = await editing.notCompared("acme.responses", "head");
    expect(reason).toMatch(/^the text has errors, and a mapping with errors gives no verdicts: ./);
    expect(page).toContain("**It cannot be compared**: the text has errors");
  });

  test("at HEAD, and as it is saved, is told of", async () => {
    const folder = repositoryWith({ "acme.responses": "success keywo\n" });
    const editing = await Editing.of(folder, { "acme.responses": 'success keyword "a"\n' });
    const head = await editing.notCompared("acme.responses", "head");
    expect(head.reason).toMatch(/^at HEAD it has errors, and a mapping with errors gives no verdicts: ./);
    const saved = await editing.notCompared("acme.responses", "saved");
    expect(saved.reason).toMatch(/^as it is saved it has errors/);
  });
});

describe("says why there is nothing to compare with", () => {
  const TEXT = 'success keyword "a"\n';

  test("for a file that HEAD does not have", async () => {
    const folder = repositoryWith(FILES);
    const editing = await Editing.of(folder, { "new.responses": TEXT });
    expect((await editing.notCompared("new.responses", "head")).reason).toMatch(
      /^HEAD \([0-9a-f]{10}\) does not have it: it is new, or was another file then$/,
    );
    expect((await editing.notCompared("new.responses", "saved")).reason).toBe(
      "it is not saved yet, so that there is nothing to compare it with",
    );
    // What a sparse checkout leaves off the disk is not gone, so that it was not this file either.
    git(folder, "sparse-checkout", "set", "--no-cone", "/common.responses");
    await editing.write("twin.responses", FILES["acme.responses"]);
    expect((await editing.notCompared("twin.responses", "head")).reason).toContain("does not have it");
  });

  test("outside of any repository, where what is saved can be compared", async () => {
    const folder = folderWith({ "acme.responses": TEXT });
    const editing = await Editing.of(folder, { "acme.responses": TEXT });
    expect((await editing.notCompared("acme.responses", "head")).reason).toContain("is in no git repository");
    expect((await editing.compared("acme.responses", "saved")).result).toBe("same");
  });

  test("in a repository without a commit", async () => {
    const folder = folderWith({ "acme.responses": TEXT });
    git(folder, "init", "-q");
    const editing = await Editing.of(folder, { "acme.responses": TEXT });
    expect((await editing.notCompared("acme.responses", "head")).reason).toContain("has no commit yet");
    commitAll(folder);
    expect((await editing.compared("acme.responses", "head")).result).toBe("same");
  });

  test("where a folder is gone, or a file is on no disk", async () => {
    const folder = repositoryWith({ "a/acme.responses": TEXT });
    const editing = await Editing.of(folder, { "a/acme.responses": TEXT });
    rmSync(join(folder, "a"), { recursive: true });
    expect((await editing.notCompared("a/acme.responses", "head")).reason).toContain("is gone");
    await editing.server.open("untitled:Untitled-1", TEXT);
    const params = { uri: "untitled:Untitled-1", base: "head" } as const;
    expect(await editing.server.connection.sendRequest("responses/compare", params)).toMatchObject({
      reason: "it is not on this machine's disk, where git could know it",
    });
  });

  test("without git", async () => {
    const folder = repositoryWith({ "acme.responses": TEXT });
    const editing = await Editing.of(folder, { "acme.responses": TEXT }, { PATH: folder });
    expect((await editing.notCompared("acme.responses", "head")).reason).toContain(
      "git could not be started",
    );
    expect((await editing.compared("acme.responses", "saved")).result).toBe("same");
    expect(await editing.server.end()).toBe(0);
  });
});

test("an include that HEAD does not have, or nobody can read there, is told of", async () => {
  const folder = repositoryWith({ "acme.responses": 'include "common.responses"\n' });
  const editing = await Editing.of(folder, { "acme.responses": 'success keyword "a"\n' });
  const { reason } = await editing.notCompared("acme.responses", "head");
  expect(reason).toMatch(/^at HEAD it has errors, .*common\.responses/);
});

test("wrong questions get the protocol's errors", async () => {
  const folder = repositoryWith(FILES);
  const editing = await Editing.of(folder, { "acme.responses": MAPPING });
  const { connection } = editing.server;
  const wrong: unknown = { uri: editing.uriOf("acme.responses"), base: "main" };
  await expect(connection.sendRequest("responses/compare", wrong)).rejects.toMatchObject({ code: -32602 });
  expect(await editing.compare("nowhere.responses", "head")).toBeNull();
});

test("ends when it is cancelled, or when the text changes", async () => {
  const large = (label: string): string =>
    Array.from({ length: 60 }, (_, n) => `reject keyword "reason ${n} of many" as "${label} ${n}"\n`).join(
      "",
    );
  const folder = repositoryWith({ "acme.responses": large("Reason") });
  const editing = await Editing.of(folder, { "acme.responses": large("Why") });
  const { connection } = editing.server;
  const params = { uri: editing.uriOf("acme.responses"), base: "head" };
  const source = new CancellationTokenSource();
  const cancelled = connection.sendRequest("responses/compare", params, source.token);
  source.cancel();
  await expect(cancelled).rejects.toMatchObject({ code: -32800 });
  const outdated = editing.compare("acme.responses", "head");
  await editing.write("acme.responses", large("Because"));
  await expect(outdated).rejects.toMatchObject({ code: -32801 });
  expect((await editing.compared("acme.responses", "head")).changes.shown[0]).toMatchObject({
    before: { verdict: { label: "Reason 0" } },
    after: { verdict: { label: "Because 0" } },
  });
  expect(await editing.server.end()).toBe(0);
  expect(editing.server.stderr).toBe("");
});
