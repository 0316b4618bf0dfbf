import { join } from "node:path";
import { HERE } from "./places.js";
import { shownFile } from "./readme.js";

/** Next.js's command. */
export const NEXT = join(HERE, "campaign/node_modules/next/dist/bin/next");

/** The bundlers that it has, with the options that choose them. */
export const BUNDLERS_OF_NEXT = [
  ["Turbopack", []],
  ["webpack", ["--webpack"]],
] as const;

/** The files of a project, with what every project has. */
export function nextFiles(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    "next.config.mjs": shownFile("next.config.mjs"),
    "app/layout.jsx": 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;\n',
    ...files,
  };
}
