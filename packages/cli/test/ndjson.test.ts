import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { COMMAND, FILES_ALONE, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const ACME = `success word "valid" as Sold
reject  word "sold out", "verkäuflich" as "No Demand"
capture price from json "$.price"
`;
const SOLD = '{"outcome":"success","label":"Sold","captures":{}}';
const NO_DEMAND = '{"outcome":"reject","label":"No Demand","captures":{}}';
const UNMAPPED = '{"outcome":"unmapped","label":null,"captures":{}}';

/** Starts `responses match acme.responses --ndjson` as a process in a folder with the mapping. */
function start(folder: string, args: readonly string[] = ["-"]): ReturnType<typeof spawn> {
  return spawn(process.execPath, [COMMAND, "match", "acme.responses", "--ndjson", ...args], { cwd: folder });
}

describe("lines in, the same lines with verdicts out", () => {
  test("everything else stays as it is", async () => {
    const cwd = folderWith({ "acme.responses": ACME });
    const stdin = [
      '\ufeff{"id":12345678901234567890,"price":1.0,"status":200,"body":"valid"}\r',
      "",
      '{ "verdict": null, "body": "sold out" }',
      '{"body":"{\\"price\\":12.50}"} \t',
      " ",
      '{"status":"200","body":null,"verdict":{"outcome":"old"},"last":"caf\\u00e9"}',
      '{"body":"nicht verk\\u00e4uflich"}',
    ].join("\n");
    const { exitCode, stdout, stderr } = await run(["match", "acme.responses", "--ndjson", "-"], {
      cwd,
      stdin,
    });
    expect(stdout.split("\n")).toEqual([
      `\ufeff{"id":12345678901234567890,"price":1.0,"status":200,"body":"valid","verdict":${SOLD}}\r`,
      "",
      '{ "verdict": {"outcome": "reject", "label": "No Demand", "captures": {}}, "body": "sold out" }',
      '{"body":"{\\"price\\":12.50}","verdict":{"outcome":"unmapped","label":null,"captures":{"price":"12.50"}}} \t',
      " ",
      `{"status":"200","body":null,"verdict":${UNMAPPED},"last":"caf\\u00e9"}`,
      `{"body":"nicht verk\\u00e4uflich","verdict":${NO_DEMAND}}`,
    ]);
    expect(stderr).toBe(
      'labels:\n  2 reject "No Demand"\n  1 success "Sold"\n  2 unmapped\n' +
        'note: line 6 has a "status" that is no integer, which counts as none: write it without quotation marks, as 429, or take it as it is with --quoted-status\n' +
        "read 7 lines of standard input: 1 success, 2 reject and 2 unmapped; exit code 0: 1 of them was not read in full, as the notes say\n",
    );
    expect(exitCode).toBe(0);
  });

  test("from a file, without a line end at its end and with one", async () => {
    const cwd = folderWith({
      "acme.responses": ACME,
      a: '{"body":"valid"}',
      b: '{"body":"valid"}\n',
      empty: "",
    });
    const args = (file: string): readonly string[] => ["match", "acme.responses", "--ndjson", file];
    expect((await run(args("a"), { cwd })).stdout).toBe(`{"body":"valid","verdict":${SOLD}}`);
    expect((await run(args("b"), { cwd })).stdout).toBe(`{"body":"valid","verdict":${SOLD}}\n`);
    const empty = await run(args("empty"), { cwd });
    expect([empty.stdout, empty.exitCode]).toEqual(["", 2]);
    expect(empty.stderr).toBe(
      "found no response in empty; exit code 2: there was nothing to do (--allow-empty accepts that)\n",
    );
    expect((await run([...args("empty"), "--allow-empty"], { cwd })).exitCode).toBe(0);
  });

  test("bytes that are no UTF-8 stay, and a lone surrogate is read as U+FFFD", async () => {
    const cwd = folderWith({ "acme.responses": `${ACME}capture mark from between "<" and ">"` });
    const stdin = Buffer.from('{"note":"\xff","body":"caf\xe9 valid"}\n{"body":"<\\ud800>"}\n', "latin1");
    const { output } = await run(["match", "acme.responses", "--ndjson", "-"], { cwd, stdin });
    const [first, second] = output.toString("latin1").split("\n");
    expect(first).toBe(`{"note":"\xff","body":"caf\xe9 valid","verdict":${SOLD}}`);
    const mark = Buffer.from("\ufffd").toString("latin1");
    expect(second).toBe(
      `{"body":"<\\ud800>","verdict":{"outcome":"unmapped","label":null,"captures":{"mark":"${mark}"}}}`,
    );
  });

  test("characters that are cut between two chunks", async () => {
    const folder = folderWith({ "acme.responses": ACME });
    const child = start(folder);
    const output: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
    for (const byte of Buffer.from('{"a":"😀","body":"verkäuflich"}\n{"body":"x"}')) {
      child.stdin?.write(Buffer.from([byte]));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    child.stdin?.end();
    await once(child, "close");
    expect(`${Buffer.concat(output)}`).toBe(
      `{"a":"😀","body":"verkäuflich","verdict":${NO_DEMAND}}\n{"body":"x","verdict":${UNMAPPED}}`,
    );
  });

  test("each line is written when it is read, not at the end", async () => {
    const child = start(folderWith({ "acme.responses": ACME }));
    child.stdin?.write('{"body":"valid"}\n');
    const [chunk] = child.stdout === null ? [] : await once(child.stdout, "data");
    expect(`${chunk}`).toBe(`{"body":"valid","verdict":${SOLD}}\n`);
    child.stdin?.end();
    expect(await once(child, "close")).toEqual([0, null]);
  });
});

describe("bad lines", () => {
  const STDIN = ['{"body":"valid"}', "oops", '{"body":{}}', '{"body":"x"', "[1]", '{"body":"x"}'].join("\n");
  const REPORT = [
    "standard input:2:1: this line is not JSON: a value is missing here",
    'standard input:3: "body" must be a string with the body as it came; here it is an object',
    "standard input:4:12: this line is not JSON: it ends too early",
    'standard input:5: a line must be an object like {"status":200,"body":"…"}; this one is a list',
  ];
  const GOOD = `{"body":"valid","verdict":${SOLD}}\n{"body":"x","verdict":${UNMAPPED}}`;

  test("are reported with their number and do not stop the rest", async () => {
    const cwd = folderWith({ "acme.responses": ACME });
    const { exitCode, stdout, stderr } = await run(["match", "acme.responses", "--ndjson", "-"], {
      cwd,
      stdin: STDIN,
    });
    expect(stdout).toBe(GOOD);
    expect(stderr.trimEnd().split("\n")).toEqual([
      ...REPORT,
      "labels:",
      '  1 success "Sold"',
      "  1 unmapped",
      "read 6 lines of standard input: 1 success and 1 unmapped, 4 bad; exit code 1: bad lines were left out",
    ]);
    expect(exitCode).toBe(1);
  });

  test("are written to a file, whose folder is made", async () => {
    const cwd = folderWith({ "acme.responses": ACME });
    const args = ["match", "acme.responses", "--ndjson", "-", "--errors", "logs/today/bad.txt"];
    const { exitCode, stdout, stderr } = await run(args, { cwd, stdin: STDIN });
    expect(stdout).toBe(GOOD);
    expect(readFileSync(join(cwd, "logs/today/bad.txt"), "utf8").trimEnd().split("\n")).toEqual(REPORT);
    expect(stderr).toBe(
      'labels:\n  1 success "Sold"\n  1 unmapped\n' +
        "read 6 lines of standard input: 1 success and 1 unmapped, 4 bad; exit code 1: bad lines were left out, see logs/today/bad.txt\n",
    );
    expect(exitCode).toBe(1);
    // The report of an earlier run does not stay.
    await run(args, { cwd, stdin: '{"body":"valid"}' });
    expect(readFileSync(join(cwd, "logs/today/bad.txt"), "utf8")).toBe("");
  });

  test("what they hold cannot harm a terminal", async () => {
    const cwd = folderWith({ "acme.responses": ACME, "a\u001b.txt": "\u001b[31m" });
    const { stderr } = await run(["match", "acme.responses", "--ndjson", "a\u001b.txt"], { cwd });
    expect(stderr).toMatch(/^a\\u\{1B\}\.txt:1:1: /);
    expect(stderr.includes("\u001b")).toBe(false);
  });

  test("a report that is interrupted leaves nothing behind", async () => {
    const cwd = folderWith({ "acme.responses": ACME });
    const child = start(cwd, ["-", "--errors", "bad.txt"]);
    child.stdin?.write('oops\n{"body":"valid"}\n');
    if (child.stdout !== null) await once(child.stdout, "data");
    expect(readdirSync(cwd)).toHaveLength(2);
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([null, "SIGTERM"]);
    expect(readdirSync(cwd)).toEqual(["acme.responses"]);
  });
});

describe("several threads", () => {
  /** More than is needed for threads to start, with lines of every kind, and one that is longer than a chunk. */
  function manyLines(): string {
    const kinds = [
      '{"status":200,"body":"valid"}',
      '{"status":200,"body":"{\\"price\\":12.50,\\"text\\":\\"sold out\\"}"}',
      "",
      '{ "body": "nicht verk\\u00e4uflich", "verdict": 0 }',
      `{"body":"${"a long one, é ".repeat(300)}"}`,
    ];
    const lines = Array.from({ length: 12_000 }, (_, n) =>
      n % 997 === 5 ? `oops ${n}` : kinds[n % kinds.length],
    );
    lines[6000] = `{"body":"${"x".repeat(600_000)} valid"}`;
    return lines.join("\n");
  }

  test("give what one gives, in the order of the lines, also where none may be started", async () => {
    const cwd = folderWith({ "acme.responses": ACME, lines: manyLines() });
    const runs = [];
    const ways = [["1"], ["2"], ["5"], ["3", FILES_ALONE]] as const;
    for (const [jobs, env = {}] of ways) {
      const args = [
        "match",
        "acme.responses",
        "--ndjson",
        "lines",
        "--jobs",
        jobs,
        "--errors",
        `bad-${jobs}.txt`,
      ];
      const { output, stderr, exitCode } = await run(args, { cwd, env });
      const bad = readFileSync(join(cwd, `bad-${jobs}.txt`), "utf8");
      // How long it took is said where it took long.
      const said = stderr.replace(/ \([\d.]+ MB, [\d.]+ MB\/s\)/, "").replace(`bad-${jobs}`, "bad");
      runs.push({ output, bad, said, exitCode });
    }
    const [one, ...others] = runs;
    expect(one?.bad.split("\n").slice(0, 2)).toEqual([
      "lines:6:1: this line is not JSON: a value is missing here",
      "lines:1003:1: this line is not JSON: a value is missing here",
    ]);
    expect(one?.said).toContain("read 12,000 lines of lines: ");
    for (const other of others) {
      expect(other.output.equals(one?.output ?? Buffer.alloc(0))).toBe(true);
      expect({ ...other, output: null }).toEqual({ ...one, output: null });
    }
  });

  test.each(["1", "2"])("end when the report of bad lines cannot be written, with %s", async (jobs) => {
    const bad = `${"oops ".repeat(40)}\n`.repeat(20_000);
    const cwd = folderWith({ "acme.responses": ACME, lines: `${manyLines()}\n`.repeat(3) + bad });
    // No file may be longer than so many blocks.
    const command = [process.execPath, COMMAND, "match", "acme.responses", "--ndjson", "lines"];
    const words = [...command, "--jobs", jobs, "--errors", "bad.txt"].map((word) => `'${word}'`).join(" ");
    const [exitCode, stderr] = await new Promise<[unknown, string]>((resolve) => {
      const script = `trap '' XFSZ; ulimit -f 100; exec ${words} | cat > /dev/null; exit "\${PIPESTATUS[0]}"`;
      const options = { cwd, env: { ...process.env, NO_COLOR: "1" }, maxBuffer: 1e9 };
      execFile("bash", ["-c", script], options, (error, _out, err) => resolve([error?.code, err]));
    });
    expect(stderr).toMatch(/^error: .*bad\.txt.*\n/m);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(exitCode).toBe(2);
  });

  test.each([
    ["", "a thread ended before its work was done: it ended with code 0"],
    ["process.exit(3);", "a thread ended before its work was done: it ended with code 3"],
    ["throw new Error('no memory');", "a thread ended before its work was done: no memory"],
  ])("one that ends is told of: %j", async (code, message) => {
    const dist = folderWith({});
    cpSync(dirname(COMMAND), dist, { recursive: true });
    const worker = readdirSync(dist).find((name) => name.startsWith("bundle-worker-")) ?? "";
    writeFileSync(join(dist, worker), code);
    const cwd = folderWith({ "acme.responses": ACME, lines: `${manyLines()}\n`.repeat(4) });
    const script = [
      join(dist, "responses.mjs"),
      "match",
      "acme.responses",
      "--ndjson",
      "lines",
      "--jobs",
      "2",
    ];
    const [exitCode, stderr] = await new Promise<[unknown, string]>((resolve) => {
      const env = { ...process.env, NO_COLOR: "1" };
      const options = { cwd, env, maxBuffer: 1e9 };
      execFile(process.execPath, script, options, (error, _out, err) => resolve([error?.code, err]));
    });
    expect(stderr.trimEnd().split("\n").slice(-2)).toEqual([
      `error: ${message}; --jobs 1 does without other threads`,
      "the run ended early; exit code 70: not all was done",
    ]);
    expect(exitCode).toBe(70);
  });

  test.each([
    [["--ndjson", "lines", "--jobs", "0"], "It must be a whole number from 1 to 256."],
    [["--ndjson", "lines", "--jobs", "two"], "It must be a whole number from 1 to 256."],
    [["--status", "200", "--jobs", "2"], "--jobs is for the lines of --ndjson"],
  ])("%j is refused", async (args, message) => {
    const cwd = folderWith({ "acme.responses": ACME, lines: "" });
    const { stderr, exitCode } = await run(["match", "acme.responses", ...args], { cwd });
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});

describe("refused", () => {
  test("a mapping with errors, before a line is read", async () => {
    const cwd = folderWith({ "bad.responses": 'success keywrod "valid"' });
    const { exitCode, stdout, stderr } = await run(
      ["match", "bad.responses", "--ndjson", "nope", "--errors", "e.txt"],
      { cwd },
    );
    expect(stdout).toBe("");
    expect(stderr).toContain("did you mean keyword?");
    expect(stderr).not.toContain("nope");
    expect(exitCode).toBe(2);
    expect(existsSync(join(cwd, "e.txt"))).toBe(false);
  });

  const FAILED = "something could not be read or written";
  const WRONG = "it cannot be done as it was asked for";

  test.each([
    [["nope"], "cannot read nope: there is no such file", FAILED],
    [["."], "cannot read .: it is a folder", FAILED],
    [
      ["lines", "--errors", "lines"],
      "--errors would overwrite lines, which is read: give another file",
      WRONG,
    ],
    [
      ["lines", "--errors", "./acme.responses"],
      "--errors would overwrite ./acme.responses, which is read: give another file",
      WRONG,
    ],
    [["lines", "--errors", "folder"], "cannot write folder: it is a folder", FAILED],
  ])("%j", async (args, message, why) => {
    const cwd = folderWith({ "acme.responses": ACME, lines: "oops\n", "folder/file": "" });
    const { exitCode, stdout, stderr } = await run(["match", "acme.responses", "--ndjson", ...args], { cwd });
    expect([stdout, stderr.split("\n"), exitCode]).toEqual([
      "",
      [`error: ${message}`, `the run ended early; exit code 2: ${why}`, ""],
      2,
    ]);
    expect(readFileSync(join(cwd, "lines"), "utf8")).toBe("oops\n");
  });
});

/** Feeds a process the given number of bytes, made of this block, at the speed at which it takes them. */
async function feed(child: ReturnType<typeof spawn>, block: Buffer, bytes: number): Promise<void> {
  for (let fed = 0; fed < bytes; fed += block.length) {
    if (child.stdin?.write(block) === false) await once(child.stdin, "drain");
  }
  child.stdin?.end();
}

describe.skipIf(process.platform !== "linux")("streams of any size", () => {
  /** The most memory that the process has used so far, in MB. */
  const peakOf = (child: ReturnType<typeof spawn>): number => {
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1000;
  };

  test("take no more memory than short ones", async () => {
    const line = `{"id":1,"status":200,"url":"https://acme.example","body":"${"valid or not é ".repeat(200)}"}\n`;
    const block = Buffer.from(line.repeat(100));
    const child = start(folderWith({ "acme.responses": ACME }));
    let received = 0;
    let peak = 0;
    child.stdout?.on("data", (chunk: Buffer) => {
      received += chunk.length;
      // The process is gone after its last chunk.
      if (peak === 0 && received > 195e6) peak = peakOf(child);
    });
    await feed(child, block, 200e6);
    expect(await once(child, "close")).toEqual([0, null]);
    expect(received).toBeGreaterThan(200e6);
    expect(peak).toBeGreaterThan(20);
    expect(peak).toBeLessThan(300);
  });

  test("wait for a reader that is slow", async () => {
    const child = start(folderWith({ "acme.responses": ACME }));
    const block = Buffer.from(`{"body":"${"x".repeat(1000)}"}\n`.repeat(1000));
    let fed = 0;
    // Nobody reads: the command must stop reading, too, and with it whoever feeds it.
    while (child.stdin?.write(block) === true || fed < 1) fed += block.length;
    const drained = await Promise.race([
      once(child.stdin ?? child, "drain").then(() => "drained"),
      new Promise((resolve) => setTimeout(resolve, 1500, "waits")),
    ]);
    expect(drained).toBe("waits");
    child.kill("SIGKILL");
    await once(child, "close");
  });

  test("a line of 100 MB", async () => {
    const body = `${"not this one, é. ".repeat(5_600_000)}valid`;
    const cwd = folderWith({ "acme.responses": ACME });
    const stdin = `{"body":"${body}"}\n{"body":"valid"}\n`;
    const { output, exitCode } = await run(["match", "acme.responses", "--ndjson", "-"], { cwd, stdin });
    const ends = `","verdict":${SOLD}}\n{"body":"valid","verdict":${SOLD}}\n`;
    expect(output.subarray(-ends.length).toString()).toBe(ends);
    expect(exitCode).toBe(0);
  });

  test("whoever reads no further ends the run", async () => {
    const cwd = folderWith({ "acme.responses": ACME, lines: '{"body":"valid"}\n'.repeat(100_000) });
    const script = '"$NODE" "$COMMAND" match acme.responses --ndjson lines | head -n 1';
    const env = { ...process.env, NODE: process.execPath, COMMAND };
    const [stdout, stderr] = await new Promise<[string, string]>((resolve) => {
      execFile("sh", ["-c", script], { cwd, env }, (_error, out, err) => resolve([out, err]));
    });
    expect([stdout, stderr]).toEqual([
      `{"body":"valid","verdict":${SOLD}}\n`,
      "the run ended early; exit code 2: standard output was closed before all was written\n",
    ]);
  });
});
