import {
  CustomExecution,
  type Disposable,
  ShellExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from "vscode";
import { ExplainingTerminal } from "./explaining-terminal.js";
import { findCommand } from "./find-command.js";

const TYPE = "responses";

/** A task as `tasks.json` says it; package.json has its schema. */
interface ResponsesTask extends TaskDefinition {
  readonly command: "check" | "test" | "compile";
  readonly watch?: boolean;
  readonly paths?: readonly string[];
}

/** The tasks that are offered where none is written down. */
const OFFERED: readonly ResponsesTask[] = [
  { type: TYPE, command: "check" },
  { type: TYPE, command: "check", watch: true },
  { type: TYPE, command: "test" },
  { type: TYPE, command: "test", watch: true },
];

/** Offers the command line's `check` and `test` as tasks. They run the command `responses`, which has to be installed. */
export function provideTasks(): Disposable {
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      Promise.all(
        (workspace.workspaceFolders ?? []).flatMap((folder) => OFFERED.map((task) => taskFor(task, folder))),
      ),
    resolveTask: ({ definition, scope }) => {
      if (!isOurs(definition)) return undefined;
      return taskFor(definition, typeof scope === "object" ? scope : TaskScope.Workspace, definition);
    },
  });
}

function isOurs(definition: TaskDefinition): definition is ResponsesTask {
  return ["check", "test", "compile"].includes(String(definition.command));
}

async function taskFor(
  { command, watch = false, paths = [] }: ResponsesTask,
  scope: WorkspaceFolder | TaskScope.Workspace,
  /** The very definition, where the editor asks for one: it goes by its identity. */
  definition: TaskDefinition = { type: TYPE, command, ...(watch ? { watch } : {}) },
): Promise<Task> {
  const wanted = workspace.getConfiguration("responses").get("command", "responses");
  const found = await findCommand(wanted);
  const execution =
    found === null
      ? new CustomExecution(async () => new ExplainingTerminal(whatToInstall(wanted)))
      : new ShellExecution(found, [command, ...(watch ? ["--watch"] : []), ...paths]);
  const matcher = watch ? "$responses-watch" : "$responses";
  const name = watch ? `${command} --watch` : command;
  const task = new Task(definition, scope, name, "responses", execution, matcher);
  task.isBackground = watch;
  if (command === "test") task.group = TaskGroup.Test;
  return task;
}

function whatToInstall(command: string): string {
  return [
    `The command ${command} was not found on the path.`,
    "",
    "Tasks run the command line tool of Responses. Install it as the project's README says, or write in the",
    'setting "responses.command" where it is. The editor itself needs none: it shows the same findings.',
  ].join("\n");
}
