import { isUnseen, writeJsonPath, writeString } from "@responses/dsl/editor";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { Random } from "@responses/testing/random";
import { firstSeed } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
import { deadLine } from "../src/terminal/dead-line.js";

/*
 * No text of a file, a body or a name begins a line that a runner, a terminal or a browser obeys, and none hides something. The campaign
 * dead-output gives the command as many hostile texts as RESPONSES_DEAD_TEXTS says.
 */

/** What a line is begun with by whoever wants to be obeyed. */
const COMMANDS = [
  "::error::x",
  "::add-mask::x",
  "::set-env name=a::b",
  "::stop-commands::x",
  "::endgroup::",
  "##[error]x",
  "##[add-matcher]x",
  "##vso[task.complete result=Succeeded]x",
  "##VSO[task.setvariable variable=a]b",
  "##teamcity[buildStop]",
  "section_start:0:a\r\u001b[0Ka",
  "\u001b]0;title\u0007",
  "\u001b[2J",
  "</script><script>alert(1)</script>",
];
/** What nobody sees, or what turns a text around. */
const UNSEEN = [
  "\u0000",
  "\u0085",
  "\u00ad",
  "\u034f",
  "\u061c",
  "\u115f",
  "\u180e",
  "\u200b",
  "\u200d",
  "\u202e",
  "\u2028",
  "\u2066",
  "\u3164",
  "\ufe0f",
  "\ufeff",
  "\ufff9",
  "\u{1d173}",
  "\u{e0001}",
  "\u{e0041}",
  "\u{e0100}",
];
const PLAIN = [
  "a",
  "b1",
  "accepted",
  "error",
  "é",
  "日本",
  "😀",
  "❤\ufe0f",
  " ",
  "\t",
  '"',
  "'",
  "*",
  "\\",
  "#",
  "`",
  "{}",
];
const LINE_ENDS = ["\n", "\r\n", "\r", "\n    "];

/** Statements of each kind in a mapping, and texts in it at least. */
const STATEMENTS = 40;
const TEXTS_OF_A_MAPPING = 6 * STATEMENTS;
const wanted = Number(process.env.RESPONSES_DEAD_TEXTS ?? 2 * TEXTS_OF_A_MAPPING);

function hostileText(random: Random): string {
  const pieces = Array.from({ length: 1 + random.integer(0, 3) }, () =>
    random.pick(random.pick([COMMANDS, COMMANDS, UNSEEN, PLAIN, LINE_ENDS])),
  );
  return pieces.join("");
}

const pathTo = (name: string) => literal(writeJsonPath([{ kind: "name", name }]));
const literal = (text: string) => writeString([text]);

/** A mapping in which texts stand wherever they can, and examples that fail; with lines that are no statements it is refused. */
function hostileMapping(
  random: Random,
  isRefused: boolean,
): { readonly text: string; readonly bodies: readonly string[] } {
  const bodies: string[] = [];
  const statements = Array.from({ length: STATEMENTS }, (_, index) => {
    const next = () => hostileText(random);
    const body = next();
    bodies.push(body);
    const raw = body.replaceAll('"""', "");
    return [
      `# ${next().replaceAll(/[\n\r]/g, " ")}`,
      // What is found in a body is shown as it stands there.
      random.chance(0.5)
        ? `reject keyword ${literal(body)} as ${literal(next())}`
        : `reject keyword ${literal(next())} and json ${pathTo(next())} exact ${literal(next())} as ${literal(next())}`,
      `capture ${literal(`c${index}${next()}`)} from between ${literal(next())} and ${literal(next())}`,
      random.chance(0.5)
        ? `example ${literal(next())} 200 ${literal(body)} is success ${literal(next())}`
        : `example 200 """\n${raw}\n""" is error`,
      isRefused ? next() : "",
    ].join("\n");
  });
  return {
    text: `system ${literal(hostileText(random))}\n${statements.join("\n")}\nsuccess otherwise\n`,
    bodies,
  };
}

/** Lines that somebody obeys or cannot see all of; those of annotations may be commands, if the format has any. */
function livingLines(output: string, hasCommands: boolean): readonly string[] {
  return output.split("\n").filter((line) => {
    // A joiner, or a selector, behind an emoji is part of a picture.
    const shown = line.replaceAll(/\p{Extended_Pictographic}\ufe0f?/gu, "");
    const isCommand =
      /^\s*::/.test(shown) && !(hasCommands && /^::(?:error|warning|notice)(?: [^:]*)?::/.test(shown));
    return (
      isCommand ||
      /##(?:\[|vso\[|teamcity\[)/i.test(shown) ||
      [...shown].some((character) => isUnseen(character.codePointAt(0) ?? 0))
    );
  });
}

const FORMATS = ["pretty", "json", "github", "gitlab", "junit", "sarif", "markdown"] as const;

test(`no text of ${wanted.toLocaleString("en")} hostile ones is alive in any output`, {
  timeout: 1e9,
}, async () => {
  const seed = firstSeed(1);
  const alive: string[] = [];
  let outputs = 0;
  for (let mapping = 0; mapping * TEXTS_OF_A_MAPPING < wanted && alive.length === 0; mapping++) {
    const random = new Random(seed + mapping);
    const { text, bodies } = hostileMapping(random, mapping % 2 === 1);
    const name = `${hostileText(random).replaceAll(/[\0/]/g, "").slice(0, 60)}.responses`;
    const before = hostileMapping(random, false).text;
    const folder = folderWith({ [name]: text, body: bodies.join("\n"), "before/a.responses": before });
    const commands = [
      ...FORMATS.map((format) => ["check", "--format", format]),
      ...FORMATS.map((format) => ["test", "--coverage", "--format", format]),
      ["match", "--explain", "--status", "200", `./${name}`, "body"],
      ["match", "--explain", "--format", "json", "--status", "200", `./${name}`, "body"],
      ...["pretty", "json", "markdown"].map((format) => [
        "diff",
        "--format",
        format,
        "before/a.responses",
        `./${name}`,
      ]),
      ["compile", "--plan", "--verbose", `./${name}`],
      ["fmt", "--check"],
      ["check", `--${hostileText(random).replaceAll("\0", "")}`],
    ];
    for (const args of commands) {
      const { stdout, stderr } = await run(args, { cwd: folder });
      outputs++;
      const hasCommands = args.includes("github");
      // What the format itself says around the log, which has a random name.
      const said = hasCommands
        ? stdout.replaceAll(/^::(?:stop-commands::)?[0-9a-f]{32}(?:::)?$/gm, "")
        : stdout;
      for (const line of livingLines(`${said}\n${stderr}`, hasCommands))
        alive.push(`seed ${seed + mapping}: ${args.join(" ")}: ${JSON.stringify(line.slice(0, 300))}`);
    }
  }
  expect(alive).toEqual([]);
  expect(outputs).toBeGreaterThan(0);
});

test.each([
  ["  ::error::x", "  \\u{3A}:error::x"],
  ["\u001b[1m \u001b[0m::error::x", "\u001b[1m \u001b[0m\\u{3A}:error::x"],
  ["\u3000::error::x", "\u3000\\u{3A}:error::x"],
  ["a ##[add-mask]x ##vso[b]", "a \\u{23}#[add-mask]x \\u{23}#vso[b]"],
  ["###[x]", "#\\u{23}#[x]"],
  ["a::b ## c #[d]", "a::b ## c #[d]"],
])("%j is printed as %j", (line, printed) => {
  expect(deadLine(line)).toBe(printed);
  expect(livingLines(printed.replaceAll(/\p{Cc}\[[0-9;]*m/gu, ""), false)).toEqual([]);
});
