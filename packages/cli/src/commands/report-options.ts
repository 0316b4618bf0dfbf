import { basename, extname, resolve } from "node:path";
import { isAcceptedName, isBaselineName, isMappingFileName, PROJECT_FILE } from "@responses/dsl/editor";
import { realPathOf } from "@responses/node-host";
import type { Command } from "commander";
import { STANDARD_INPUT } from "../files/standard-input.js";
import { UsageError } from "../terminal/usage-error.js";
import { chosen } from "./choice.js";
import { RepeatableOption } from "./given-once.js";

/** A format, and the file that the report goes to; null for standard output. */
export interface ReportTarget<Format extends string> {
  readonly format: Format;
  readonly output: string | null;
}

/**
 * Gives a command `--format` and `--output`, each as often as one likes. The first of the formats is the default.
 *
 * @returns what they were given as, once the arguments have been read: at most one target without a file. Throws a UsageError where
 *   they do not go together.
 */
export function takeReportOptions<Format extends string>(
  command: Command,
  formats: readonly [Format, ...Format[]],
): () => readonly ReportTarget<Format>[] {
  const given = new GivenTargets<Format>(formats);
  const format = new RepeatableOption(
    "--format <format>",
    "how to print; may be given several times, each with --output",
  )
    .choices(formats)
    .default(undefined, `"${formats[0]}"`)
    .argParser((text) => given.addFormat(chosen(text, formats)));
  const output = new RepeatableOption(
    "--output <file>",
    "write the preceding --format to a file; without one, its ending says which format",
  ).argParser((text: string) => given.addOutput(text));
  command.addOption(format).addOption(output);
  return () => given.targets(formats[0]);
}

/** What stands in files of an ending that nobody has to ask about. */
const FORMATS_BY_ENDING: Readonly<Record<string, string>> = {
  ".sarif": "sarif",
  ".md": "markdown",
  ".json": "json",
  ".xml": "junit",
};

/** Formats and files in the order of the arguments: a file is that of the format before it, or else of the one behind it. */
class GivenTargets<Format extends string> {
  readonly #formats: readonly Format[];
  readonly #targets: ReportTarget<Format>[] = [];
  #pending: string | null = null;

  constructor(formats: readonly Format[]) {
    this.#formats = formats;
  }

  addFormat(format: Format): void {
    this.#targets.push({ format, output: this.#pending });
    this.#pending = null;
  }

  addOutput(output: string): void {
    const name = basename(output);
    if (isMappingFileName(name) || name === PROJECT_FILE || isBaselineName(name) || isAcceptedName(name))
      throw new UsageError(`a report must not be written over ${output}: give it another name`);
    if (output === STANDARD_INPUT)
      throw new UsageError("leave --output out for standard output: - is standard input");
    const last = this.#targets.at(-1);
    if (last !== undefined && last.output === null) {
      this.#targets[this.#targets.length - 1] = { ...last, output };
    } else {
      this.#settlePending();
      this.#pending = output;
    }
  }

  /** A file without a format of its own gets the one of its ending. Throws a UsageError where that says none. */
  #settlePending(): void {
    if (this.#pending === null) return;
    const format = this.#formatOf(this.#pending);
    if (format === null) throw new UsageError(tooManyOutputs(this.#pending));
    this.#targets.push({ format, output: this.#pending });
    this.#pending = null;
  }

  /** The format that a file's ending stands for, if this is one of the formats. */
  #formatOf(output: string): Format | null {
    const name = FORMATS_BY_ENDING[extname(output).toLowerCase()];
    return this.#formats.find((format) => format === name) ?? null;
  }

  targets(standard: Format): readonly ReportTarget<Format>[] {
    if (this.#pending !== null && this.#targets.length === 0)
      return [{ format: this.#formatOf(this.#pending) ?? standard, output: this.#pending }];
    this.#settlePending();
    if (this.#targets.length === 0) return [{ format: standard, output: null }];
    const printed = this.#targets.filter(({ output }) => output === null);
    if (printed.length > 1) {
      const [first, second] = printed.map(({ format }) => format);
      throw new UsageError(
        `only one format can go to standard output: write --format ${first} --output FILE --format ${second}`,
      );
    }
    const files = this.#targets.flatMap(({ output }) => output ?? []);
    const places = files.map((file) => realPathOf(resolve(file)));
    const twice = files.find((_, place) => places.indexOf(places[place] ?? "") < place);
    if (twice !== undefined) throw new UsageError(`two formats cannot go to one file: ${twice}`);
    return this.#targets;
  }
}

function tooManyOutputs(output: string): string {
  return `--output ${output} needs a --format of its own, as --format sarif --output ${output}`;
}
