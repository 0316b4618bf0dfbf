import { writeComment, writeStringLiteral } from "./string-literal.js";

/** The version of the language that generated files name. */
export const LANGUAGE_VERSION = 1;

/** The first two lines of generated code, which say where it comes from; `lead` stands before that. */
export function writeHeader(source: string, lead = ""): string {
  const origin = `Compiled from ${writeStringLiteral(source)}, Responses language version ${LANGUAGE_VERSION}.`;
  return `// ${writeComment(`${lead}${origin}`)}
// Do not edit: change the mapping file and compile it again.
`;
}
