type Files = Readonly<Record<string, string>>;

/** A run that writes files, in a folder that holds some. */
export interface WritingRun {
  readonly args: readonly string[];
  readonly files: Files;
  /** Files with which it was run before, so that what it wrote then is there, too. */
  readonly earlier?: Files;
}

const MAPPING = 'success   status   201\nreject word "duplicate" as Duplicate\nexample 201 "" is success\n';
const WITH_A_FAULT = 'success json "$.no-match" exact "a"\n';
const EARLIER = { "a.responses": "success status 202\n", "b.responses": "success status 202\n" };

/** The runs that are killed: each command that writes, where files are there already and where there are none. */
export const WRITING_RUNS: Readonly<Record<string, WritingRun>> = {
  fmt: { args: ["fmt", "."], files: { "a.responses": MAPPING, "b.responses": MAPPING } },
  "check --fix": {
    args: ["check", "--fix", "."],
    files: { "a.responses": WITH_A_FAULT, "b.responses": WITH_A_FAULT },
  },
  "check --write-baseline": {
    args: ["check", "--write-baseline", "old.baseline.json", "."],
    files: { "a.responses": 'reject keyword "no"\n', "b.responses": "success status 201\n" },
    earlier: { "a.responses": 'reject keyword "no"\nreject keyword "never"\n' },
  },
  compile: {
    args: ["compile", "."],
    files: { "a.responses": MAPPING, "b.responses": MAPPING },
    earlier: EARLIER,
  },
  "compile to a folder": {
    args: ["compile", "a.responses", "--out-dir", "out/modules"],
    files: { "a.responses": MAPPING },
  },
  "compile --shared-runtime": {
    args: ["compile", ".", "--shared-runtime"],
    files: { "a.responses": MAPPING, "in/b.responses": MAPPING },
  },
  types: { args: ["types", "."], files: { "a.responses": MAPPING }, earlier: EARLIER },
  docs: { args: ["docs", ".", "--out-dir", "pages"], files: { "a.responses": MAPPING }, earlier: EARLIER },
  "diff --accept": {
    args: ["diff", "old", "new", "--accept", "so be it", "--accepted", "of/responses.accepted.json"],
    files: { "new/b.responses": "reject status 201\n" },
    earlier: {
      "of/x": "",
      "old/a.responses": "success status 201\n",
      "old/b.responses": "success status 201\n",
      "new/a.responses": "reject status 201\n",
      "new/b.responses": "success status 201\n",
    },
  },
  init: { args: ["init", "acme.responses"], files: {} },
  "init --ci": { args: ["init", "--ci", "github"], files: {} },
  "example --append": {
    args: ["example", "a.responses", "answer", "--append"],
    files: { "a.responses": MAPPING, answer: "a duplicate lead" },
  },
  "match --ndjson --errors": {
    args: ["match", "a.responses", "--ndjson", "lines", "--errors", "bad"],
    files: {
      "a.responses": MAPPING,
      lines: '{"status":201}\nno JSON\n{"status":404}\n',
      bad: "of the run before\n",
    },
  },
  "check --output": {
    args: ["check", "a.responses", "--format", "sarif", "--output", "out/report.sarif"],
    files: { "a.responses": MAPPING },
  },
};
