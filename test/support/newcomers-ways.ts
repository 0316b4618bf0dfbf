import { shownFiles } from "./shown-files.js";

/** One of the ways in which the guide for developers leads from nothing to a verdict. */
export interface NewcomersWay {
  readonly name: string;
  /** The files of all ways, by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** The files of this way alone. */
  readonly configuration: Readonly<Record<string, string>>;
  /** What is to be typed, in its order; the last line prints the label. */
  readonly commandLines: readonly string[];
}

/** The ways that the guide shows: the headings of its section that have command lines below them. */
export function newcomersWays(guide: string): readonly NewcomersWay[] {
  const [before = "", ways = ""] = guide.split("## From nothing to a verdict\n");
  const [common = "", ...parts] = (ways.split(/^## /m)[0] ?? "").split(/^### /m);
  const files = shownFiles(before + common);
  return parts.flatMap((part): readonly NewcomersWay[] => {
    const shell = /^```sh\n(.*?)^```$/ms.exec(part)?.[1];
    if (shell === undefined) return [];
    const [name = ""] = part.split("\n", 1);
    return [{ name, files, configuration: shownFiles(part), commandLines: shell.trimEnd().split("\n") }];
  });
}
