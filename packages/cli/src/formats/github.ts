import type { Severity } from "@responses/dsl";
import { beginningOfText, counted, groupBy } from "@responses/dsl/editor";
import type { AnnotatedRun } from "../annotations/annotated-run.js";
import { type Annotation, acceptedMessage } from "../annotations/annotation.js";
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
 * are left out the last of their kind says how many there are. What is of one kind at one place is one annotation, a paragraph each:
 * a rule that changes many responses would leave no room for others.
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
        messages: [message],
      }),
    ),
    ...notes.map((message): Shown => ({ command: "notice", properties: {}, messages: [message] })),
    ...oncePerPlace(
      [
        ...annotations,
        // Notices are few: what changes hands comes before other things that are known.
        ...accepted.map((one) => ({ ...one, level: "hint" as const, message: acceptedMessage(one) })),
      ].map((one) => shownAnnotation(one, paths)),
    ),
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
  /** One at least. */
  readonly messages: readonly string[];
}

function shownAnnotation(
  { kind, level, message, file, region, fixes }: Annotation,
  paths: ReportedPaths,
): Shown {
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
    messages: [message + advice],
  };
}

/** Puts together what is of one command, place and title, where the first of them stands. */
function oncePerPlace(all: readonly Shown[]): readonly Shown[] {
  const groups = groupBy(all, ({ command, properties }) => JSON.stringify([command, properties]));
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ ...first, messages: group.flatMap(({ messages }) => messages) })),
  );
}

const COMMANDS = { error: "error", warning: "warning", hint: "notice" } as const satisfies Readonly<
  Record<Severity, Command>
>;

function bounded(command: Command, all: readonly Shown[]): readonly Shown[] {
  if (all.length <= MOST_OF_A_KIND) return all;
  const shown = all.slice(0, MOST_OF_A_KIND - 1);
  const others = all.slice(shown.length).flatMap(({ messages }) => messages);
  const left = counted(others.length, `more ${command}`);
  const message = `${left}: GitHub shows ${MOST_OF_A_KIND} of a kind; the log of this step tells all`;
  return [...shown, { command, properties: { title: "left out" }, messages: [message] }];
}

/** No text of a file can begin another command: in a message what ends a line is escaped, in a property what ends it, too. */
function written({ command, properties, messages }: Shown): string {
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(value)}`);
  const head = pairs.length === 0 ? command : `${command} ${pairs.join(",")}`;
  return `::${head}::${escapedMessage(joined(messages))}`;
}

/** Paragraphs, as many of the first as fit; how many others there are stands behind them. */
function joined(messages: readonly string[]): string {
  let room = LONGEST_MESSAGE - LONGEST_REST;
  const fitting = messages.findIndex((message) => {
    room -= message.length + BETWEEN.length;
    return room < 0;
  });
  if (fitting < 0) return messages.join(BETWEEN);
  const told = messages.slice(0, Math.max(1, fitting));
  const rest = messages.length - told.length;
  if (rest === 0) return shortened(told.join(BETWEEN), LONGEST_MESSAGE);
  const more = `and ${rest} more here, which the log of this step tells`;
  return [shortened(told.join(BETWEEN), LONGEST_MESSAGE - LONGEST_REST), more].join(BETWEEN);
}

const BETWEEN = "\n\n";
/** As long as the paragraph about others is at most, with what stands before it. */
const LONGEST_REST = 80;

function shortened(message: string, most: number): string {
  return message.length <= most ? message : `${beginningOfText(message, most - 1)}…`;
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
