import { rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";

/* Which mapping of the newer side responses diff takes for one of the older side that is called otherwise. */

const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1) ?? "";

describe("a mapping that is renamed and rewritten", () => {
  const OLD = 'system "Acme"\nsuccess keyword "accepted"\nreject keyword "refused" as Refused\n';
  const NEW = '# From scratch.\nsystem  "Acme"\n\nsuccess json "$.result" exact "accepted"\n';
  const renamed = async (old: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) => {
    const cwd = repositoryWith({ "kept.responses": 'success exact "kept"\n', ...old });
    for (const path of Object.keys(old)) git(cwd, "rm", "-q", path);
    commitAll(cwd, now);
    // Git itself takes them for others.
    expect(git(cwd, "diff", "--find-renames", "--name-status", "HEAD~1", "HEAD")).not.toMatch(/^R/m);
    return await run(["diff", "HEAD~1", "HEAD"], { cwd });
  };

  test("is paired by its system's name", async () => {
    const { stdout, exitCode } = await renamed({ "old.responses": OLD }, { "new/acme.responses": NEW });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^new\/acme\.responses \(renamed from old\.responses, paired by its system name\)\n {2}no longer a sale/,
    );
    expect(lastLine(stdout)).toMatch(
      /^compared 2 mappings of .*: 1 with other verdicts and 1 the same, of them 1 renamed; /,
    );
  });

  test("is paired by its recorded responses where it names no system", async () => {
    const examples = (verdict: string) => `example 200 "accepted" is success\nexample "no" is ${verdict}\n`;
    const { stdout } = await renamed(
      { "old.responses": `success keyword "accepted"\nreject exact "no" as No\n${examples("reject No")}` },
      { "new.responses": `# Anew.\nsuccess word "accepted"\n\n${examples("unmapped")}` },
    );
    expect(stdout).toMatch(
      /^new\.responses \(renamed from old\.responses, paired by its recorded responses\)\n/,
    );
  });

  test("is none where another could be meant, on either side, or nothing says which it is", async () => {
    const two = await renamed({ "old.responses": OLD }, { "a.responses": NEW, "b.responses": NEW });
    expect(lastLine(two.stdout)).toMatch(/: 2 added, 1 removed and 1 the same; /);
    const both = await renamed({ "old.responses": OLD, "older.responses": OLD }, { "new.responses": NEW });
    expect(lastLine(both.stdout)).toMatch(/: 1 added, 2 removed and 1 the same; /);
    const nameless = (text: string) => text.replace(/^.*system.*\n/m, "");
    const none = await renamed({ "old.responses": nameless(OLD) }, { "new.responses": nameless(NEW) });
    expect(lastLine(none.stdout)).toMatch(/: 1 added, 1 removed and 1 the same; /);
  });
});

describe("a copy for another system is another mapping", () => {
  const shared = Array.from({ length: 4 }, (_, n) => `success json "$.r${n}" exact "accepted"\n`).join("");
  const example = `example 200 '{"status":"ok"}' is unmapped\n`;
  const acme = `system "Acme"\n${shared}`;
  const zeta = acme.replace("Acme", "Zeta");
  const acmeAnew = `system "Acme"\nsuccess json "$.other" exact "ok"\n`;
  type Files = Readonly<Record<string, string>>;
  const CASES: Readonly<Record<string, readonly [old: Files, now: Files, told: readonly RegExp[]]>> = {
    "where it has the text": [
      { "acme.responses": acme },
      { "zeta.responses": zeta },
      [/^acme\.responses removed .* no response counts as a sale/m, /^zeta\.responses added/m],
    ],
    "where it has the text, and the system goes on elsewhere": [
      { "acme.responses": acme },
      { "acme-insurance.responses": acmeAnew, "zeta.responses": zeta },
      [
        /^acme-insurance\.responses \(renamed from acme\.responses, paired by its system name\)\n {2}no longer a sale/m,
        /^zeta\.responses added/m,
      ],
    ],
    "where one of two systems that are gone has the text": [
      { "acme.responses": acmeAnew, "zeta.responses": zeta },
      { "new.responses": acme },
      [
        /^new\.responses \(renamed from acme\.responses, paired by its system name\)/m,
        /^zeta\.responses removed/m,
      ],
    ],
    "where it has the text, and another file has the system": [
      { "acme.responses": acme },
      { "copy.responses": shared, "new.responses": acmeAnew },
      [
        /^new\.responses \(renamed from acme\.responses, paired by its system name\)/m,
        /^copy\.responses added/m,
      ],
    ],
    "where it has the recorded responses": [
      { "acme.responses": `${acmeAnew}${example}` },
      { "zeta.responses": `system "Zeta"\nsuccess exact "no"\nreject exact "yes"\n${example}` },
      [/^acme\.responses removed/m, /^zeta\.responses added/m],
    ],
  };
  test.each(Object.entries(CASES))("%s", async (_, [old, now, told]) => {
    const cwd = repositoryWith(old);
    for (const path of Object.keys(old)) rmSync(join(cwd, path));
    writeFiles(cwd, now);
    const { stdout, exitCode } = await run(["diff", "HEAD"], { cwd });
    expect(exitCode).toBe(1);
    for (const sentence of told) expect(stdout).toMatch(sentence);
    expect(stdout.match(/renamed from/g) ?? []).toHaveLength(told.join().match(/renamed/g)?.length ?? 0);
  });
});
