import type { CompileFormat } from "@responses/dsl";
import { writeHeader, writeStringLiteral } from "@responses/dsl/editor";

/** A compiled mapping in an index: what it is called there, and where its module is from the index's folder. */
export interface IndexedModule {
  readonly name: string;
  readonly file: string;
}

/** A module whose `mappings` has the modules of all mappings by name, and its declarations; of JSON there is none. */
export function indexModule(
  modules: readonly IndexedModule[],
  format: CompileFormat,
): { readonly code: string; readonly declarations: string | null } {
  // Not the folder: that has another name elsewhere.
  const header = writeHeader("*.responses");
  // Without a prototype, so that it has nothing but mappings, whatever name it is asked for; a name in brackets is never that of one.
  const object = (written: (module: IndexedModule, number: number) => string, empty: string): string => {
    const members = modules.map(
      (module, number) => `  [${writeStringLiteral(module.name)}]: ${written(module, number)},\n`,
    );
    return `Object.freeze(Object.assign(${empty}, {\n${members.join("")}}))`;
  };
  const path = (file: string): string => writeStringLiteral(`./${file}`);
  const declarations = `${header}
/** The modules of the mappings, by their paths without ".responses". */
export declare const mappings: {
${modules.map(({ name, file }) => `  readonly ${writeStringLiteral(name)}: typeof import(${path(file)});\n`).join("")}};
${moduleType(modules.map(({ file }) => path(file)))}`;
  switch (format) {
    case "json":
      throw new Error("there is no index of JSON");
    case "cjs":
      return {
        code: `${header}"use strict";\n\nexports.mappings = ${object(({ file }) => `require(${path(file)})`, "Object.create(null)")};\n`,
        declarations,
      };
    case "esm":
    case "ts": {
      // TypeScript is given the name that the module has once it is compiled.
      const address = (file: string): string => path(format === "ts" ? file.replace(/\.ts$/, ".js") : file);
      const imports = modules
        .map(({ file }, number) => `import * as m${number} from ${address(file)};\n`)
        .join("");
      const empty = format === "ts" ? "Object.create(null) as object" : "Object.create(null)";
      const type = format === "ts" ? moduleType(modules.map(({ file }) => address(file))) : "";
      return {
        code: `${header}\n${imports}\nexport const mappings = ${object((_, number) => `m${number}`, empty)};\n${type}`,
        declarations: format === "ts" ? null : declarations,
      };
    }
  }
}

/** The type that each of the modules has; every module exports it. */
function moduleType([first]: readonly string[]): string {
  if (first === undefined) return "";
  return `
/** What each of them is, for whoever looks one up by a name that is only known later. */
export type { MappingModule } from ${first};
`;
}
