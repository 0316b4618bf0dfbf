import { writeStringLiteral } from "../string-literal.js";

/** How one format of modules says what all of them do. */
export interface ModuleForm {
  /** What the code begins with, behind its header. */
  readonly directive: string;
  /** What a file of the format ends in. */
  readonly ending: string;
  /** What the file ends in that an import names: for TypeScript what it is once it is compiled. */
  readonly importedEnding: string;
  /** Code that gives these names to whoever imports the module. */
  readonly writeExports: (names: readonly string[]) => string;
  /** Code that takes these names of the module at an address. */
  readonly writeImports: (names: readonly string[], address: string) => string;
}

const ES_EXPORTS_AND_IMPORTS: Pick<ModuleForm, "writeExports" | "writeImports"> = {
  writeExports: (names) => `export { ${names.join(", ")} };`,
  writeImports: (names, address) => `import {\n${lines(names)}} from ${writeStringLiteral(address)};`,
};

export const ES_MODULE: ModuleForm = {
  ...ES_EXPORTS_AND_IMPORTS,
  directive: "",
  ending: ".mjs",
  importedEnding: ".mjs",
};

/** The code of a module in TypeScript is that of the others, which is JavaScript, so its types are not looked at. */
export const TS_MODULE: ModuleForm = {
  ...ES_EXPORTS_AND_IMPORTS,
  directive: "// @ts-nocheck\n\n",
  ending: ".ts",
  importedEnding: ".js",
};

export const CJS_MODULE: ModuleForm = {
  directive: '"use strict";\n\n',
  ending: ".cjs",
  importedEnding: ".cjs",
  writeExports: (names) => names.map((name) => `exports.${name} = ${name};`).join("\n"),
  writeImports: (names, address) => `const {\n${lines(names)}} = require(${writeStringLiteral(address)});`,
};

function lines(names: readonly string[]): string {
  return names.map((name) => `  ${name},\n`).join("");
}
