import { writeComment, writeStringLiteral } from "./string-literal.js";

/** The version of the language that generated files name. */
export const LANGUAGE_VERSION = 1;

/** The first two lines of generated code, which say where it comes from; `lead` stands before that. */
export function writeHeader(source: string, lead = ""): string {
  const origin = `Compiled from ${writeStringLiteral(source)}, Responses language version ${LANGUAGE_VERSION}.`;
  return `// ${writeComment(`${lead}${origin}`)}
${DO_NOT_EDIT}
`;
}

/** The same of the runtime that compiled modules share, which comes from no mapping. */
export function writeRuntimeHeader(): string {
  return `// What modules compiled from mapping files share, Responses language version ${LANGUAGE_VERSION}.\n${DO_NOT_EDIT}\n`;
}

/** The second line of generated code, by which it is known. */
const DO_NOT_EDIT = "// Do not edit: change the mapping file and compile it again.";

/**
 * Whether a file holds what a mapping was compiled to, or what such modules share, of this version or another: code by its second line, JSON
 * by how it begins.
 */
export function isGenerated(content: string): boolean {
  if (/^\{\s*"language": \d+,\s*"source": /.test(content)) return true;
  return content.split(/\r?\n/, 2)[1] === DO_NOT_EDIT;
}
