import type { ColumnUnit, Span } from "@responses/dsl";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import type { Workspace } from "../../src/workspace/workspace.js";
import type { FeatureFixture, FixtureFile } from "./feature-fixture.js";
import { openDocument, uriOf, workspaceOf } from "./memory-workspace.js";

/** One of the ways in which the same files can come to the server; what is expected of a feature is the same in all. */
export interface Variant {
  readonly name: string;
  readonly unit: ColumnUnit;
  readonly lineEnd: "\n" | "\r\n" | "\r";
  readonly mark: "" | "\ufeff";
  /** Whether all files are open, and what is stored is something else; else only the main one is open. */
  readonly allOpen: boolean;
}

export const VARIANTS: readonly Variant[] = [
  { name: "as it stands", unit: "utf-16", lineEnd: "\n", mark: "", allOpen: false },
  {
    name: "columns in bytes, CRLF, all files open and not saved",
    unit: "utf-8",
    lineEnd: "\r\n",
    mark: "",
    allOpen: true,
  },
  {
    name: "columns in characters, CR, a byte order mark",
    unit: "utf-32",
    lineEnd: "\r",
    mark: "\ufeff",
    allOpen: false,
  },
];

/** The fixture's files in a variant, with their places moved accordingly. */
export function inVariant(fixture: FeatureFixture, variant: Variant): FeatureFixture {
  const files = fixture.files.map((file) => fileInVariant(file, variant));
  const main = files[fixture.files.indexOf(fixture.main)];
  if (main === undefined) throw new Error("the main file is one of the files");
  return { ...fixture, files, main };
}

function fileInVariant(file: FixtureFile, { lineEnd, mark }: Variant): FixtureFile {
  const moved = (offset: number) => {
    const lines = file.text.slice(0, offset).split("\n").length - 1;
    return mark.length + offset + lines * (lineEnd.length - 1);
  };
  const movedSpan = ({ start, end }: Span): Span => ({ start: moved(start), end: moved(end) });
  return {
    ...file,
    text: textInVariant(file.text, { lineEnd, mark }),
    cursor: file.cursor === null ? null : moved(file.cursor),
    marked: file.marked.map(movedSpan),
  };
}

/** A text without marks in a variant. */
export function textInVariant(text: string, { lineEnd, mark }: Pick<Variant, "lineEnd" | "mark">): string {
  return mark + text.replaceAll("\n", lineEnd);
}

/** The files in a workspace, and the main one open in it. */
export async function workspaceWith(
  { files, main }: FeatureFixture,
  { unit, allOpen }: Variant,
): Promise<{ readonly workspace: Workspace; readonly document: AnalysedDocument }> {
  const stored = files.map(({ name, text }) => [name, allOpen ? "# not saved\n" : text] as const);
  const workspace = workspaceOf(Object.fromEntries(stored), { unit });
  if (allOpen) for (const { name, text } of files) workspace.open(uriOf(name), 3, text);
  return { workspace, document: await openDocument(workspace, main.name, main.text) };
}
