/** What a command does, as far as it matters for what can go wrong. */
export type Trait =
  /** It looks for mapping files in folders, so that it reads project files. */
  | "walks"
  /** It puts includes in place. */
  | "links"
  /** It writes reports in several formats. */
  | "reports"
  /** It asks git. */
  | "asks-git"
  /** It writes files for mapping files. */
  | "makes-outputs";

export interface FailingCommand {
  readonly args: readonly string[];
  readonly traits: readonly Trait[];
  /** What stands behind the arguments and names mapping files; none where they are part of the arguments. */
  readonly paths: readonly string[] | null;
  /** How grave it is that a mapping has errors. */
  readonly refused: 1 | 2;
}

function reporting(args: readonly string[], ...traits: readonly Trait[]): FailingCommand {
  return { args, paths: [], traits: ["walks", "links", "reports", ...traits], refused: 1 };
}

function making(args: readonly string[]): FailingCommand {
  return { args, paths: [], traits: ["walks", "links", "makes-outputs"], refused: 1 };
}

/** The runs that something goes wrong in; without that each ends with 0. */
export const COMMANDS = {
  check: reporting(["check"]),
  "check --changed": reporting(["check", "--since", "main"], "asks-git"),
  "check --fix": reporting(["check", "--fix"]),
  "check --write-baseline": reporting(["check", "--write-baseline", "out/a.baseline.json"]),
  test: reporting(["test"]),
  "test --changed": reporting(["test", "--since", "main"], "asks-git"),
  "diff of revisions": { ...reporting(["diff", "main...HEAD"], "asks-git"), refused: 2 },
  "diff with the working tree": { ...reporting(["diff", "HEAD"], "asks-git"), refused: 2 },
  "diff --accept": { ...reporting(["diff", "HEAD", "--accept", "so be it"], "asks-git"), refused: 2 },
  "diff of folders": { ...reporting(["diff", "old", "mappings"]), paths: null, refused: 2 },
  compile: making(["compile", "--out-dir", "out/compiled"]),
  // It takes one folder and nothing else.
  "compile with a shared runtime": {
    ...making(["compile", "--shared-runtime", "--out-dir", "out/compiled"]),
    paths: null,
    traits: ["makes-outputs"],
  },
  "compile to JSON": making(["compile", "--format", "json", "--out-dir", "out/compiled"]),
  "compile --plan": { ...making(["compile", "--plan"]), traits: ["walks", "links"] },
  types: making(["types", "--out-dir", "out/types"]),
  docs: making(["docs", "--out-dir", "out/pages"]),
  fmt: { args: ["fmt"], paths: [], traits: ["walks"], refused: 1 },
  "fmt --check": { args: ["fmt", "--check"], paths: [], traits: ["walks"], refused: 1 },
  match: one(["match", "mappings/a.responses", "answer.txt"]),
  "match --explain": one(["match", "--explain", "--format", "json", "mappings/a.responses", "answer.txt"]),
  "match --ndjson": one(["match", "mappings/a.responses", "--ndjson", "lines", "--errors", "out/bad"]),
  "init --ci": { args: ["init", "--ci", "gitlab"], paths: null, traits: [], refused: 2 },
  example: one(["example", "mappings/a.responses", "answer.txt", "--status", "200"]),
} as const satisfies Readonly<Record<string, FailingCommand>>;

export type CommandName = keyof typeof COMMANDS;

/** On one mapping file. */
function one(args: readonly string[]): FailingCommand {
  return { args, paths: null, traits: ["links"], refused: 2 };
}

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** The commands that have all of the traits. */
export function commandsThat(...traits: readonly Trait[]): readonly CommandName[] {
  return COMMAND_NAMES.filter((name) => traits.every((trait) => traitsOf(name).includes(trait)));
}

export function traitsOf(name: CommandName): readonly Trait[] {
  return COMMANDS[name].traits;
}

export const FORMATS = ["pretty", "json", "sarif", "github", "gitlab", "junit", "markdown"] as const;

export type Format = (typeof FORMATS)[number];
