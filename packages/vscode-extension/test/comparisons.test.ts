import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { Comparisons } from "../src/comparing/comparisons.js";
import { COMPARING } from "../src/manifest-names.js";
import { VirtualDocuments } from "../src/virtual-documents.js";
import { contextNamed, openPages, textAsOpened, window } from "./support/fake-vscode.js";

/* When a comparison has a page, and when it is over: against a server that answers when the test says so. */

vi.mock("vscode", () => import("./support/fake-vscode.js"));
vi.mock("vscode-languageclient", () => ({
  LSPErrorCodes: { ContentModified: -32801 },
  ResponseError: class extends Error {},
}));

const MAPPING = "file:///leads/acme.responses";
const HEAD_PAGE = "test:///leads/acme.responses compared with HEAD.md";
const SAVED_PAGE = "test:///leads/acme.responses compared with what is saved.md";
const ANSWER = { kind: "same", page: "Nothing changes.\n" };

/** A question that the server was asked and has not answered. */
interface Question {
  readonly answer: (result: unknown) => void;
  readonly fail: (error: Error) => void;
}

const questions: Question[] = [];
let comparisons: Comparisons;

beforeEach(() => {
  const sendRequest = () =>
    new Promise((answer, fail) => {
      questions.push({ answer, fail });
    });
  // Of the client nothing else is asked.
  const client = { sendRequest } as unknown as BaseLanguageClient;
  const pages = new VirtualDocuments("test");
  pages.register();
  comparisons = new Comparisons(client, pages);
});

afterEach(async () => {
  await comparisons.end(MAPPING);
  comparisons.dispose();
  questions.length = 0;
  window.activeTextEditor = undefined;
  expect(openPages()).toEqual([]);
});

/** The question that was asked last, once it is asked. */
async function asked(count: number): Promise<Question> {
  await vi.waitUntil(() => questions.length === count, { timeout: 60_000 });
  const question = questions.at(-1);
  if (question === undefined) throw new Error("nothing was asked");
  return question;
}

async function beginWithHead(): Promise<void> {
  const begun = comparisons.begin(MAPPING, "head");
  (await asked(1)).answer(ANSWER);
  await begun;
}

test("a comparison has a page until it is ended", async () => {
  await beginWithHead();
  expect(openPages()).toEqual([HEAD_PAGE]);
  expect(contextNamed(COMPARING)).toBe(true);
  await comparisons.end(MAPPING);
  expect(openPages()).toEqual([]);
  expect(contextNamed(COMPARING)).toBe(false);
});

test("a page is opened with its text, also where an older one is known under its name", async () => {
  for (const [count, page] of ["First.\n", "Second.\n"].entries()) {
    const begun = comparisons.begin(MAPPING, "head");
    (await asked(count + 1)).answer({ ...ANSWER, page });
    await begun;
    // What a preview is opened with and changes before it is drawn may never be drawn.
    expect(textAsOpened(HEAD_PAGE)).toBe(page);
    await comparisons.end(MAPPING);
  }
});

test("one that cannot be begun is over, and its failure is told", async () => {
  const begun = comparisons.begin(MAPPING, "head");
  (await asked(1)).fail(new Error("the server has gone"));
  await expect(begun).rejects.toThrow("the server has gone");
  expect(openPages()).toEqual([]);
  expect(contextNamed(COMPARING)).toBe(false);
  // An edit asks nothing more.
  await comparisons.mappingChanged(Uri.parse(MAPPING));
  expect(questions).toHaveLength(1);
});

test("one that is ended while it begins opens no page", async () => {
  const begun = comparisons.begin(MAPPING, "head");
  const question = await asked(1);
  await comparisons.end(MAPPING);
  question.answer(ANSWER);
  await begun;
  expect(openPages()).toEqual([]);
  expect(contextNamed(COMPARING)).toBe(false);
});

test("another one takes the place of the page that was there, also if it cannot be begun", async () => {
  await beginWithHead();
  const another = comparisons.begin(MAPPING, "saved");
  (await asked(2)).answer(ANSWER);
  await another;
  expect(openPages()).toEqual([SAVED_PAGE]);
  const third = comparisons.begin(MAPPING, "head");
  (await asked(3)).fail(new Error("no git"));
  await expect(third).rejects.toThrow("no git");
  expect(openPages()).toEqual([]);
  expect(contextNamed(COMPARING)).toBe(false);
});

test("one that is begun anew while it begins has one page, by the later answer", async () => {
  const first = comparisons.begin(MAPPING, "head");
  const older = await asked(1);
  const second = comparisons.begin(MAPPING, "saved");
  const newer = await asked(2);
  older.answer(ANSWER);
  await first;
  expect(openPages()).toEqual([]);
  newer.answer(ANSWER);
  await second;
  expect(openPages()).toEqual([SAVED_PAGE]);
});
