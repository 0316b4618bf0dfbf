import type { Severity } from "@responses/dsl";
import { beginningOfText, counted } from "@responses/dsl/editor";
import type { AnnotatedRun } from "../annotations/annotated-run.js";
import { acceptedMessage } from "../annotations/annotation.js";
import { deadLine } from "../terminal/dead-line.js";
import { safe } from "../terminal/safe.js";
import type { ReportedPaths } from "./reported-paths.js";

/** GitHub shows so many annotations of each kind of one step, and drops the others without a word. */
const MOST_OF_A_KIND = 10;

/** GitHub cuts longer messages. */
const LONGEST_MESSAGE = 4096;

type Command = "error" | "warning" | "notice";

/**
 * A run as annotations of GitHub: a workflow command a line, the gravest kind first, and no more than GitHub shows; of those that
 * are left out the last of their kind says how many there are.
 */
export function runAsGithub(
  { annotations, accepted, failures, notes }: AnnotatedRun,
  paths: ReportedPaths,
): readonly string[] {
  const all: readonly Shown[] = [
    ...failures.map(
      ({ message, file }): Shown => ({
        command: "error",
        properties: file === null ? {} : { file: paths.of(file) },
        message,
      }),
    ),
    ...notes.map((message): Shown => ({ command: "notice", properties: {}, message })),
    ...[
      ...annotations,
      // Notices are few: what changes hands comes before other things that are known.
      ...accepted.map((one) => ({ ...one, level: "hint" as const, message: acceptedMessage(one) })),
    ].map(({ kind, level, message, file, region, fixes }): Shown => {
      const { line, column, endLine, endColumn } = region;
      const columns =
        line === endLine ? { col: String(column), endColumn: String(Math.max(column, endColumn - 1)) } : {};
      const advice = fixes.map(({ title }) => `\nfix: ${title}`).join("");
      return {
        command: COMMANDS[level],
        properties: {
          file: paths.of(file),
          line: String(line),
          endLine: String(endLine),
          ...columns,
          title: kind,
        },
        message: message + advice,
      };
    }),
  ];
  return (["error", "warning", "notice"] as const).flatMap((command) =>
    bounded(
      command,
      all.filter((shown) => shown.command === command),
    ).map(written),
  );
}

interface Shown {
  readonly command: Command;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const COMMANDS = { error: "error", warning: "warning", hint: "notice" } as const satisfies Readonly<
  Record<Severity, Command>
>;

function bounded(command: Command, all: readonly Shown[]): readonly Shown[] {
  if (all.length <= MOST_OF_A_KIND) return all;
  const shown = all.slice(0, MOST_OF_A_KIND - 1);
  const left = counted(all.length - shown.length, `more ${command}`);
  const message = `${left}: GitHub shows ${MOST_OF_A_KIND} of a kind; the log of this step tells all`;
  return [...shown, { command, properties: { title: "left out" }, message }];
}

/** No text of a file can begin another command: in a message what ends a line is escaped, in a property what ends it, too. */
function written({ command, properties, message }: Shown): string {
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(value)}`);
  const head = pairs.length === 0 ? command : `${command} ${pairs.join(",")}`;
  return `::${head}::${escapedMessage(shortened(message))}`;
}

function shortened(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  return `${beginningOfText(message, LONGEST_MESSAGE - 1)}…`;
}

/** As the runner undoes it; what nobody sees, a carriage return, too, is an escape for people. */
function escapedMessage(text: string): string {
  return text
    .split("\n")
    .map((line) => deadLine(safe(line)).replaceAll("%", "%25"))
    .join("%0A");
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
