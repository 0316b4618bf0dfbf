import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderWith } from "@responses/testing/folder";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A step of a composite action, as far as this action has such. */
interface Step {
  readonly id: string;
  readonly shell: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

/** action.yml, as far as it matters to who runs it. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export function readAction(): Action {
  return parse(readFileSync(join(root, "action.yml"), "utf8"));
}

/** What of GitHub's an action gets to see. */
export interface Workflow {
  /** The folder of the checkout. */
  readonly workspace: string;
  readonly event: { readonly name: string; readonly payload: unknown };
  /** As refs/heads/main. */
  readonly ref: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** More variables of the runner. */
  readonly env?: Readonly<Record<string, string>>;
  /** The variable of a file that no step can write. */
  readonly breaks?: "GITHUB_OUTPUT" | "GITHUB_STEP_SUMMARY";
  /** Is called before the step of that name, to make trouble. */
  readonly before?: { readonly step: string; readonly happens: (outputs: Outputs) => void };
}

type Outputs = ReadonlyMap<string, Readonly<Record<string, string>>>;

export interface ActionRun {
  readonly succeeded: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: string;
  /** Commands that the runner obeys. */
  readonly commands: readonly string[];
}

/** Runs the action of this repository as a runner of GitHub does: step by step, with bash, until one fails. */
export async function runAction({
  workspace,
  event,
  ref,
  inputs = {},
  env = {},
  breaks,
  before,
}: Workflow): Promise<ActionRun> {
  const action = readAction();
  const stray = Object.keys(inputs).find((name) => action.inputs[name] === undefined);
  if (stray !== undefined) throw new Error(`action.yml has no input ${stray}`);
  const temp = folderWith({ "event.json": JSON.stringify(event.payload) });
  mkdirSync(join(temp, "runner"));
  const outputs = new Map<string, Readonly<Record<string, string>>>();
  const inputOf = (name: string) => inputs[name] ?? action.inputs[name]?.default;
  let log = "";
  let summary = "";
  let succeeded = true;
  for (const { id, shell, run, env: own } of action.runs.steps) {
    if (shell !== "bash" || /\$\{\{/.test(run)) throw new Error(`the step ${id} is not run as it is written`);
    if (before?.step === id) before.happens(outputs);
    const files = { GITHUB_OUTPUT: join(temp, `${id}-output`), GITHUB_STEP_SUMMARY: join(temp, `${id}-md`) };
    for (const file of Object.values(files)) writeFileSync(file, "");
    const given = breaks === undefined ? files : { ...files, [breaks]: join(temp, "runner") };
    const result = await bash(run, workspace, {
      PATH: process.env.PATH ?? "",
      HOME: temp,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_ACTION_PATH: root,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: join(temp, "event.json"),
      GITHUB_REF: ref,
      GITHUB_REPOSITORY: "acme/mappings",
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: join(temp, "runner"),
      ...env,
      ...given,
      ...Object.fromEntries(
        Object.entries(own).map(([name, value]) => [name, evaluated(value, inputOf, outputs)]),
      ),
    });
    log += result.log;
    summary += readFileSync(files.GITHUB_STEP_SUMMARY, "utf8");
    outputs.set(id, outputsIn(readFileSync(files.GITHUB_OUTPUT, "utf8")));
    succeeded = result.exitCode === 0;
    if (!succeeded) break;
  }
  const own = Object.entries(action.outputs).map(([name, { value }]) => [
    name,
    evaluated(value, inputOf, outputs),
  ]);
  return { succeeded, outputs: Object.fromEntries(own), summary, log, commands: commandsIn(log) };
}

function bash(script: string, cwd: string, env: Readonly<Record<string, string>>) {
  return new Promise<{ readonly exitCode: number | null; readonly log: string }>((resolve, reject) => {
    const args = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script];
    const child = spawn("bash", args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let log = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        log += chunk;
      });
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, log }));
  });
}

/** The few expressions that this action is written with; what comes of them is never read again. */
function evaluated(text: string, inputOf: (name: string) => string | undefined, outputs: Outputs): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const [, input] = /^inputs\.([\w-]+)$/.exec(expression) ?? [];
    if (input !== undefined) {
      const value = inputOf(input);
      if (value === undefined) throw new Error(`action.yml has no input ${input}`);
      return value.includes("${{") ? evaluated(value, inputOf, outputs) : value;
    }
    const [, step, output] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? [];
    if (step !== undefined && output !== undefined) return outputs.get(step)?.[output] ?? "";
    if (expression === "github.token") return "token-of-the-job";
    throw new Error(`the expression ${expression} is not of those that action.yml has`);
  });
}

/** What a file of outputs sets: lines `NAME=VALUE`, and `NAME<<DELIMITER` up to a line of the delimiter. */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(lines[index] ?? "") ?? [];
    if (name === undefined || delimiter === undefined) {
      const [, single, value] = /^([^=]+)=(.*)$/.exec(lines[index] ?? "") ?? [];
      if (single !== undefined) outputs[single] = value ?? "";
      continue;
    }
    const end = lines.indexOf(delimiter, index + 1);
    if (end === -1) throw new Error(`the output ${name} has no end`);
    outputs[name] = lines.slice(index + 1, end).join("\n");
    index = end;
  }
  return outputs;
}

/** The lines of a log that the runner takes for commands; between `::stop-commands::TOKEN` and `::TOKEN::` it takes none. */
function commandsIn(log: string): readonly string[] {
  const commands: string[] = [];
  let stopped: string | null = null;
  for (const line of log.split("\n").map((written) => written.trim())) {
    if (stopped !== null) {
      if (line === `::${stopped}::`) stopped = null;
      continue;
    }
    const [, token] = /^::stop-commands::(.+)$/.exec(line) ?? [];
    if (token !== undefined) stopped = token;
    else if (/^::[\w-]+( .*)?::/.test(line) || /##\[[\w-]+/.test(line)) commands.push(line);
  }
  if (stopped !== null) throw new Error("commands stay stopped");
  return commands;
}
