import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import { all, attributeOf, texts } from "./support/mapping-pages.js";
import { startWatching } from "./support/watching.js";

const FILES = {
  "buyers/eu/acme.responses":
    'system "Acme"\ninclude "../shared.responses"\nsuccess exact "OK"\nexample 500 "" is success\n',
  "buyers/shared.responses": 'error status 5xx as "Server error"\n',
};

async function docs(cwd: string, ...args: readonly string[]) {
  return run(["docs", ...args], { cwd });
}

describe("responses docs", () => {
  test("writes a page of a file, without an index", async () => {
    const cwd = folderWith(FILES);
    const { exitCode, stdout, stderr } = await docs(cwd, "buyers/shared.responses", "--out-dir", "pages");
    expect([stderr, exitCode]).toEqual(["", 0]);
    expect(stdout).toBe(
      "✓ buyers/shared.responses → pages/shared.responses.html\n" +
        "wrote the pages of 1 file (1 rule); exit code 0: all is well\n",
    );
    expect(texts(readFileSync(join(cwd, "pages/shared.responses.html"), "utf8"), "h1")).toEqual([
      "shared.responses",
    ]);
    expect(existsSync(join(cwd, "pages/index.html"))).toBe(false);
  });

  test("writes those of a folder, with an index that leads to them; what is right already is left alone", async () => {
    const cwd = folderWith(FILES);
    const first = await docs(cwd, "buyers", "--out-dir", "pages");
    expect([first.stderr, first.exitCode]).toEqual(["", 0]);
    expect(first.stdout).toBe(
      "✓ buyers/eu/acme.responses → pages/eu/acme.responses.html\n" +
        "  1 of its 1 example fails: responses test tells more\n" +
        "✓ buyers/shared.responses → pages/shared.responses.html\n" +
        "✓ pages/index.html\n" +
        "wrote the pages of 2 files (3 rules), 1 with failing examples; exit code 0: nothing was refused, but examples fail; responses test tells which\n",
    );
    const index = readFileSync(join(cwd, "pages/index.html"), "utf8");
    const addresses = all(index, "a").map((link) => attributeOf(link, "href") ?? "");
    expect(addresses).toEqual(["./eu/acme.responses.html", "./shared.responses.html"]);
    for (const address of addresses) expect(existsSync(join(cwd, "pages", address))).toBe(true);
    const written = statSync(join(cwd, "pages/index.html")).mtimeMs;
    const second = await docs(cwd, "buyers", "--out-dir", "pages");
    expect(second.stdout).toContain("✓ pages/index.html (unchanged)");
    expect(second.stdout).toContain("2 unchanged");
    expect(statSync(join(cwd, "pages/index.html")).mtimeMs).toBe(written);
  });

  test("writes the same bytes wherever it is started, and names no folder of the machine", async () => {
    const cwd = folderWith(FILES);
    const other = folderWith({});
    mkdirSync(join(other, "deep"));
    cpSync(join(cwd, "buyers"), join(other, "deep/buyers"), { recursive: true });
    await docs(cwd, "buyers", "--out-dir", "pages");
    await run(["docs", join(other, "deep/buyers"), "--out-dir", join(other, "out")], {
      cwd: join(other, "deep/buyers/eu"),
    });
    for (const name of ["eu/acme.responses.html", "shared.responses.html", "index.html"]) {
      const page = readFileSync(join(cwd, "pages", name), "utf8");
      expect(readFileSync(join(other, "out", name), "utf8")).toBe(page);
      expect(page).not.toContain("buyers");
      expect(page).not.toContain(cwd);
    }
    expect(readFileSync(join(cwd, "pages/eu/acme.responses.html"), "utf8")).toContain(
      "the rule in line 1 of ../shared.responses decided",
    );
  });

  test("reports a file with errors, and writes the pages of the others", async () => {
    const cwd = folderWith({ ...FILES, "buyers/bad.responses": 'success exact "OK\n' });
    const { exitCode, stdout } = await docs(cwd, "buyers", "--out-dir", "pages");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("buyers/bad.responses:1:15 error unterminated-string");
    expect(stdout).toContain(
      "wrote the pages of 2 files (3 rules), 1 with failing examples, refused 1 with 1 error",
    );
    expect(existsSync(join(cwd, "pages/bad.responses.html"))).toBe(false);
    const index = readFileSync(join(cwd, "pages/index.html"), "utf8");
    expect(texts(index, "tr")[1]).toContain("no page it has errors or cannot be read");
  });

  test("takes severities of the project file, and leaves out what it switches off", async () => {
    const text = 'success keyword "valid"\nreject status 200\n';
    const severity = { "keyword-matches-key": "error", "untested-rule": "off", "unlabelled-reject": "off" };
    const cwd = folderWith({
      "a/x.responses": text,
      "a/responses.config.json": JSON.stringify({ severity }),
      "b/x.responses": text,
    });
    await docs(cwd, ".", "--out-dir", "pages");
    const page = (name: string) => readFileSync(join(cwd, "pages", name), "utf8");
    expect(texts(page("a/x.responses.html"), ".mark")).toContain("error");
    expect(page("a/x.responses.html")).not.toContain("untested-rule");
    expect(texts(page("b/x.responses.html"), ".mark")).toContain("warning");
    expect(page("b/x.responses.html")).toContain("untested-rule");
  });

  test("with --check writes nothing, and names what is stale", async () => {
    const cwd = folderWith(FILES);
    const missing = await docs(cwd, "buyers", "--out-dir", "pages", "--check");
    expect(missing.exitCode).toBe(1);
    expect(missing.stdout).toContain("✗ pages/index.html is missing");
    expect(missing.stdout).toContain("found 3 outputs stale");
    expect(existsSync(join(cwd, "pages"))).toBe(false);
    await docs(cwd, "buyers", "--out-dir", "pages");
    expect((await docs(cwd, "buyers", "--out-dir", "pages", "--check")).exitCode).toBe(0);
    writeFileSync(join(cwd, "buyers/shared.responses"), 'error status 5xx as "Down"\n');
    const stale = await docs(cwd, "buyers", "--out-dir", "pages", "--check");
    expect(stale.stdout).toContain("✗ pages/shared.responses.html is not what buyers/shared.responses gives");
    expect(stale.exitCode).toBe(1);
  });

  test("writes no page over another", async () => {
    const cwd = folderWith({
      "a/x.responses": "success status 200\n",
      "b/x.responses": "success status 201\n",
    });
    const clash = await docs(cwd, "a", "b", "--out-dir", "pages");
    expect(clash.exitCode).toBe(2);
    expect(clash.stderr).toContain(
      "cannot write pages of a/x.responses: b/x.responses would be written to the same",
    );
    const index = folderWith({ index: "success status 200\n", "x.responses": "success status 201\n" });
    const own = await docs(index, "index", "x.responses", "--out-dir", "pages");
    expect(own.stderr).toContain("cannot write pages/index.html: it is what index is written to");
    expect(own.exitCode).toBe(2);
    expect(texts(readFileSync(join(index, "pages/index.html"), "utf8"), "h1")).toEqual(["index"]);
  });

  test("reads standard input under the name that it is given, and wants a folder", async () => {
    const cwd = folderWith({});
    const stdin = 'system "Acme"\nsuccess exact "OK"\n';
    const args = ["docs", "-", "--out-dir", "pages"];
    const nameless = await run(args, { cwd, stdin });
    expect([nameless.exitCode, nameless.stderr]).toEqual([
      2,
      "error: the page of standard input needs a name: --stdin-filename acme.responses\nthe run ended early; exit code 2: it cannot be done as it was asked for\n",
    ]);
    const named = await run([...args, "--stdin-filename", "acme.responses"], { cwd, stdin });
    expect(named.exitCode).toBe(0);
    expect(existsSync(join(cwd, "pages/acme.responses.html"))).toBe(true);
    expect((await docs(cwd, "x.responses")).stderr).toContain(
      "required option '--out-dir <dir>' not specified",
    );
    expect((await docs(cwd, ".", "--out-dir", "pages")).exitCode).toBe(2);
  });

  test("with --watch writes again what changes, also in an include", async () => {
    const cwd = folderWith(FILES);
    const watching = startWatching(["docs", "buyers", "--out-dir", "pages"], cwd);
    await watching.sees(/wrote the pages of 2 files/);
    writeFileSync(join(cwd, "buyers/shared.responses"), 'error status 5xx as "Down"\n');
    await watching.sees(/wrote the pages of 2 files/);
    expect(readFileSync(join(cwd, "pages/eu/acme.responses.html"), "utf8")).toContain("Down");
    expect(await watching.interrupt()).toBe(0);
  });
});
