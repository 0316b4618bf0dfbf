import { type LocalFinding, replaceWith } from "../../findings/finding.js";
import { visible } from "../../findings/quoted.js";
import { plainText } from "../../syntax/text-literal.js";
import type { TextNode } from "../../syntax/tree.js";
import type { PathFieldWord } from "../../syntax/vocabulary.js";
import type { LocalSpan } from "../../text/span.js";
import type { PathReading, PathSuggestion } from "../path-reading.js";
import type { FieldBase } from "./field-base.js";
import { quotePath } from "./quoted-path.js";

/** A part that a path leads to, in a format that has paths. */
export interface PathField<Kind extends PathFieldWord, Path> extends FieldBase {
  readonly kind: Kind;
  readonly path: Path;
  /** The path as the file has it. */
  readonly written: string;
}

/** How the paths of a format are written. */
export interface PathLanguage<Kind extends PathFieldWord, Path> {
  readonly kind: Kind;
  readonly read: (written: string) => PathReading<Path>;
  /** Equal for paths that lead to the same in every body. */
  readonly write: (path: Path) => string;
  /** What stands for a path that cannot be read, so that the rest of the statement has its meaning. */
  readonly none: Path;
}

/** The node of such a part. */
export interface PathFieldNode {
  readonly path: TextNode;
  readonly span: LocalSpan;
}

/** What gives the meaning of such nodes; a path that cannot be read is added to the findings. */
export function pathFieldsIn<Kind extends PathFieldWord, Path>({
  kind,
  read,
  write,
  none,
}: PathLanguage<Kind, Path>) {
  return ({ path: node, span }: PathFieldNode, findings: LocalFinding[]): PathField<Kind, Path> => {
    const written = plainText(node.pieces);
    const reading = read(written);
    const path = reading.kind === "path" ? reading.path : none;
    if (reading.kind === "fault") {
      const { problem, suggestion } = reading;
      const fixes = suggestion === null ? [] : [fixOf(suggestion, node.span)];
      const parameters = { kind, path: written, problem };
      findings.push({ name: "invalid-path", parameters, span: node.span, fixes });
    }
    const key = `${kind} ${write(path)}`;
    return { kind, path, written, key, span, textSpans: [node.span], nameSpan: node.span };
  };
}

function fixOf({ path, certain }: PathSuggestion, span: LocalSpan) {
  const kind = certain ? "automatic" : "suggested";
  return replaceWith(span, quotePath(path), `Write ${visible(path)}`, kind);
}

/** What is to be known of any such part. */
export abstract class PathFieldDescription<Kind extends PathFieldWord, Path> {
  readonly kind: Kind;
  /** What has such paths is named as they are. */
  readonly format: Kind;
  readonly key: string;
  readonly path: Path;

  constructor({ kind, key, path }: PathField<Kind, Path>) {
    this.kind = kind;
    this.format = kind;
    this.key = key;
    this.path = path;
  }

  readonly noun = "field";

  /** Names are compared while the body is read, not searched in it. */
  get searchedTexts() {
    return [];
  }
}
