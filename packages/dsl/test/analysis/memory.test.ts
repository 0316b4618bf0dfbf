import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type FileModel, link, noOtherFiles, parse } from "@responses/dsl";
import { type Analysis, analyse } from "@responses/dsl/editor";
import { finish } from "@responses/testing/finish";
import { expect, test } from "vitest";

/* Of the versions that a text had before, nothing stays alive. */

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const PATH = "main.responses";

function rulesFrom(first: number, count: number): string {
  const rules = Array.from({ length: count }, (_, index) => {
    const n = first + index;
    const tests = [
      `keyword "field ${n} is missing"`,
      `json "$.code" exact "C${n}"`,
      `exact "ERROR ${n}:*"`,
      `word "reason-${n}"`,
      `xml "//code" exact "X${n}"`,
    ];
    const example =
      n % 10 === 0 ? `example '{"code":"C${n}","text":"Field ${n} is missing"}' is reject\n` : "";
    return `reject ${tests[n % tests.length]} as "Reason ${n}"\n${example}`;
  });
  return rules.join("");
}

/** A text in which one statement in the middle is another each time. */
function versionOf(edit: number, rules: number): string {
  const edited = [
    `reject json "$.path${edit}" exact "a" as "Typed ${edit}"\n`,
    `reject keyword "missing ${edit}", "${edit}" as Typed\n`,
    `capture part${edit} from split "|" part ${edit}\n`,
    `example '{"path${edit}":"field ${edit} is missing","code":"C1"}' is reject\n`,
    `# responses-ignore untested-rule: ${edit}\nreject keyword "x" as json "$.path${edit}"\n`,
  ];
  return rulesFrom(0, rules / 2) + edited[edit % edited.length] + rulesFrom(rules / 2, rules / 2);
}

/** What an editor keeps of a document. */
class Editor {
  file: FileModel | null = null;
  analysis: Analysis | null = null;

  edit(text: string): void {
    this.file = parse(PATH, text, this.file);
    this.analysis = finish(analyse(link(this.file, noOtherFiles), this.analysis));
  }
}

test("nothing of an earlier version is kept", async () => {
  const editor = new Editor();
  const versions: WeakRef<object>[] = [];
  for (let edit = 0; edit < 200; edit++) {
    editor.edit(versionOf(edit, 100));
    const { file, analysis } = editor;
    if (file === null || analysis?.run === undefined || analysis.run === null) throw new Error("it must run");
    const parts = [file, file.tree.source, analysis, analysis.findings, analysis.run, analysis.linked];
    for (const part of parts) versions.push(new WeakRef(part));
  }
  // References are held until the turn ends in which they were made.
  await setImmediate();
  collectGarbage();
  const isAlive = versions.map((version) => version.deref() !== undefined);
  expect(isAlive.indexOf(true)).toBe(isAlive.length - 6);
  expect(editor.analysis?.findings.length).toBeGreaterThan(0);
});

test("over 2,000 edits of 200 rules the heap does not grow", async () => {
  const editor = new Editor();
  const heapAfter = async (from: number, to: number) => {
    for (let edit = from; edit < to; edit++) editor.edit(versionOf(edit, 200));
    await setImmediate();
    collectGarbage();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = await heapAfter(0, 200);
  const after = await heapAfter(200, 2200);
  // A kilobyte that stayed of every edit would be two megabytes.
  expect(after - before).toBeLessThan(2);
});
