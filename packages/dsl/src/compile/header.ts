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

/** A line of generated code says, where that is not beside it, where its mapping file is. */
const MAPPING_PLACE = /^\/\/ Its mapping file: (".*")$/;

/**
 * Generated code that says behind its first two lines where its mapping file is: for code that is not beside it.
 *
 * @param place a path from the code's own folder, so that it holds on every machine
 */
export function withMappingPlace(code: string, place: string): string {
  const [first = "", second = "", ...rest] = code.split("\n");
  return [first, second, `// Its mapping file: ${writeStringLiteral(place)}`, ...rest].join("\n");
}

/** Where generated code says that its mapping file is; null where it does not say so. */
export function mappingPlaceIn(code: string): string | null {
  const literal = MAPPING_PLACE.exec(code.split(/\r?\n/, 3)[2] ?? "")?.[1];
  if (literal === undefined) return null;
  try {
    const place: unknown = JSON.parse(literal);
    return typeof place === "string" ? place : null;
  } catch {
    return null;
  }
}
