import type { Random } from "../random.js";
import { hostileMapping, literal } from "./hostile-mapping.js";
import { hostileText } from "./hostile-text.js";
import { type Format, type PrintingRuns, REPORTS_FOLDER } from "./printing-runs.js";

/** Hostile texts, counted. */
class HostileTexts {
  readonly random: Random;
  count = 0;

  constructor(random: Random) {
    this.random = random;
  }

  next(): string {
    this.count += 1;
    return hostileText(this.random);
  }

  /** One that an argument can hold, and which is no option. */
  argument(): string {
    return this.next().replaceAll("\0", "").replace(/^-+/, "") || "x";
  }

  /** One that a file can be called. */
  name(): string {
    return this.argument()
      .replaceAll("/", "")
      .slice(0, 40)
      .replace(/[\ud800-\udbff]$/, "");
  }

  mapping(groups: number): string {
    const { text, texts } = hostileMapping(this.random, groups, false);
    this.count += texts;
    return text;
  }
}

/** What a part of the runs is made of: hostile texts, a format, and how many statements of each kind a mapping has. */
type Scene = (texts: HostileTexts, format: Format, groups: number) => Omit<PrintingRuns, "texts">;

/** What is changed, before and after it is. */
const fixes: Scene = (texts, format, groups) => {
  const name = `${texts.name()}.responses`;
  return {
    files: {
      [name]: `${faults(texts)}${texts.mapping(groups)}success  keywrod ${literal(texts.next())}\n`,
      body: texts.next(),
    },
    runs: [
      ["check", "--diff"],
      ["check", "--diff", "--suggested", "open-ended-number"],
      ["fmt", "--diff"],
      ["check", "--fix", "--suggested", "keyword-inside-word", "--format", format],
      ["fmt"],
      ["example", "--append", "--status", "200", `./${name}`, "body"],
    ],
  };
};

/** Warnings that --fix mends. */
const faults = (texts: HostileTexts): string =>
  `success   json "$.no-match" exact ${literal(texts.next())}\n`.repeat(2);

const FINGERPRINT = "0123456789abcdef";

/** Baselines that are written, have become stale, are of somebody else, and are none. */
const baselines: Scene = (texts, format, groups) => {
  const name = `${texts.name()}.responses`;
  const entry = (file: string, count: unknown) => ({
    [`${file}: open-ended-number ${FINGERPRINT}`]: { count, statement: texts.next() },
  });
  return {
    files: {
      [name]: `${faults(texts)}${texts.mapping(groups)}`,
      "stale.baseline.json": JSON.stringify({ ...entry(name, 3), ...entry(texts.name(), 1), version: 1 }),
      "wrong.baseline.json": JSON.stringify({
        [texts.next()]: texts.next(),
        ...entry(texts.next(), texts.next()),
        version: texts.next(),
      }),
      "cut.baseline.json": texts.next(),
    },
    runs: [
      ["check", "--write-baseline", "old.baseline.json"],
      ["check", "--baseline", "old.baseline.json", "--format", format],
      ["test", "--baseline", "stale.baseline.json", "--format", format],
      ["check", "--baseline", "stale.baseline.json", "--format", format],
      ["check", "--baseline", "wrong.baseline.json", "--format", format],
      ["check", "--baseline", "cut.baseline.json", "--format", format],
      ["check", "--fix", "--baseline", "old.baseline.json", "--format", format],
      ["check", "--write-baseline", "old.baseline.json", "--accept-new", "--format", format],
    ],
  };
};

/** Differences that are accepted, differ again, and files of them that are none. */
const acceptances: Scene = (texts, format, groups) => {
  const [before, after, later] = ["before", "after", "later"].map(
    (folder) => `${folder}/${texts.name()}.responses`,
  ) as [string, string, string];
  const accepted = (file: string) => ["--accepted", `${file}.accepted.json`];
  const first = ["diff", before, after];
  const second = ["diff", before, later];
  return {
    files: {
      [before]: texts.mapping(groups),
      [after]: texts.mapping(groups),
      [later]: texts.mapping(groups),
      "wrong.accepted.json": JSON.stringify({
        [texts.next()]: texts.next(),
        [FINGERPRINT]: {
          mapping: texts.next(),
          change: texts.next(),
          reason: texts.next(),
          of: texts.next(),
        },
        version: texts.next(),
      }),
      "cut.accepted.json": texts.next(),
    },
    runs: [
      [...first, "--accept", texts.argument(), ...accepted("a")],
      [...first, ...accepted("a"), "--format", format],
      [...second, ...accepted("a"), "--format", format],
      [...second, "--accept", "a", "--accept-only", `${texts.argument()}:1`, ...accepted("a")],
      [...second, "--prune-accepted", ...accepted("a"), "--format", format],
      [...first, ...accepted("wrong"), "--format", format],
      [...first, ...accepted("cut"), "--format", format],
    ],
  };
};

/** Project files with faults of each kind, and mappings that include what is not there. */
const projects: Scene = (texts, format) => {
  const config = (value: unknown) => JSON.stringify(value);
  const configs = [
    config({ [texts.next()]: texts.next(), severity: { [texts.next()]: "off" } }),
    config({ severity: { "open-ended-number": texts.next() }, ignore: [texts.next(), ""] }),
    config({ severity: texts.next(), ignore: texts.next(), baseline: texts.next(), includeFrom: [1] }),
    config({
      ignore: [texts.next()],
      includeFrom: [texts.next()],
      baseline: `${texts.name()}.baseline.json`,
    }),
    texts.next(),
    `{ "${texts.next().replaceAll('"', "")}": 1 }`,
    `{ "ignore": ["a"] ${texts.next()} }`,
  ];
  const folders = configs.map((text, index) => ({ folder: `${index}${texts.name()}`, text }));
  const files = folders.flatMap(({ folder, text }) => [
    [`${folder}/responses.config.json`, text],
    [
      `${folder}/a.responses`,
      `include ${literal(texts.next())}\ninclude ${literal(`${texts.name()}.responses`)}\nsuccess keyword "a" as ${literal(texts.next())}\n`,
    ],
  ]);
  const [one = "", two = ""] = folders.map(({ folder }) => folder);
  return {
    files: Object.fromEntries(files),
    runs: [
      ["check", "--format", format],
      ["test", "--coverage", "--format", format],
      ["check", "--changed", "--format", format],
      ["diff", one, two, "--format", format],
      ["compile", "--out-dir", "modules"],
      ["docs", "--out-dir", "pages"],
      ["types", "--out-dir", "types"],
      ["fmt", "--check"],
      ["compile", "--plan", "--format", "json", one],
      ["match", `${one}/a.responses`, "--status", "200"],
    ],
  };
};

/** Answers whose heads are wrong, and lines with other names. */
const answers: Scene = (texts, _, groups) => {
  const name = `${texts.name()}.responses`;
  const heads = [
    texts.next(),
    `HTTP/1.1 200 ${texts.next()}\nContent-Type: text/html; charset=${texts.next()}`,
    `HTTP/1.1 200 OK\n${texts.next()}: ${texts.next()}`,
    `HTTP/1.1 200 OK\nContent-Encoding: ${texts.next()}`,
    "HTTP/1.1 200 OK\nContent-Encoding: gzip",
    `HTTP/1.1 ${texts.next()} OK`,
  ];
  const [status, body] = [texts.argument(), texts.argument()];
  const lines = Array.from({ length: groups }, (_, index) =>
    JSON.stringify({ [status]: index % 2 === 0 ? texts.next() : 200, [body]: texts.next() }),
  );
  const answer = texts.random.integer(0, heads.length - 1);
  return {
    files: {
      [name]: texts.mapping(groups),
      ...Object.fromEntries(heads.map((head, index) => [`answer${index}`, `${head}\n\n${texts.next()}`])),
      "lines.ndjson": `${lines.join("\n")}\n${texts.next()}\n`,
      [`${REPORTS_FOLDER}/note`]: "",
    },
    runs: [
      ...heads.map((_, index) => ["match", "--http", "--explain", `./${name}`, `answer${index}`]),
      ["match", "--http", "--explain", `./${name}`, `answer${answer}`, "--format", "json"],
      ["match", "--http", `./${name}`, `answer${answer}`, "--format", "pretty"],
      ["example", "--http", `./${name}`, `answer${answer}`],
      ["example", `./${name}`, `answer${answer}`],
      [
        ...["match", "--ndjson", "lines.ndjson", "--jobs", "1", "--rules", "--status-name", status],
        ...["--body-name", body, "--errors", `${REPORTS_FOLDER}/errors.txt`, `./${name}`],
      ],
      ["match", "--ndjson", "lines.ndjson", "--jobs", "1", `./${name}`],
    ],
  };
};

/** Every kind of argument. */
const commandLines: Scene = (texts, _, groups) => {
  const name = `${texts.name()}.responses`;
  const any = () => texts.argument();
  return {
    files: { [name]: texts.mapping(groups), [`${REPORTS_FOLDER}/note`]: "" },
    runs: [
      [any()],
      ["help", any()],
      ["explain", any()],
      ["lsp", any()],
      ["init", any()],
      ["init", `${texts.name()}/${texts.name()}.responses`],
      ["init", "--ci", any()],
      ["check", any(), `${texts.name()}.responses`],
      ["check", "--fix", "--suggested", any()],
      ["check", "--checks-page", any()],
      ["check", "--max-warnings", any()],
      ["check", "--since", any()],
      ["check", "--format", any()],
      ["check", "--baseline", any()],
      ["check", "--output", texts.name()],
      ["check", "--output", `${REPORTS_FOLDER}/${texts.name()}.sarif`],
      ["check", "--stdin-filename", any(), "-"],
      ["test", "--fail-under-rules", any()],
      ["test", "--baseline", `${texts.name()}.baseline.json`],
      ["diff", any()],
      ["diff", `${any()}...${any()}`, any()],
      ["diff", any(), any()],
      ["diff", "--base", any()],
      ["compile", "--out-dir", texts.name()],
      ["docs", "--out-dir", texts.name()],
      ["types", "--out-dir", texts.name()],
      ["fmt", any()],
      ["match", any(), any()],
      ["match", `./${name}`, any()],
      ["match", "--http", `./${name}`, any()],
      ["match", "--status", any(), `./${name}`],
      ["match", "--ndjson", any(), `./${name}`],
      ["match", "--ndjson", any(), "--jobs", any(), `./${name}`],
      ["example", any(), any()],
      ["example", `./${name}`, any()],
    ],
  };
};

const SCENES = { fixes, baselines, acceptances, projects, answers, commandLines } as const;

export type SceneName = keyof typeof SCENES;

/** What `hostileScene` makes. */
export const SCENE_NAMES = Object.keys(SCENES) as readonly SceneName[];

/**
 * A folder of hostile files and runs in it that print something of them, one after another: what one writes the next ones read. A seed
 * decides.
 *
 * @param format the one in which reports are printed
 * @param groups how many statements of each kind a mapping has
 */
export function hostileScene(name: SceneName, random: Random, format: Format, groups: number): PrintingRuns {
  const texts = new HostileTexts(random);
  const { files, runs } = SCENES[name](texts, format, groups);
  return { files, runs, texts: texts.count };
}
