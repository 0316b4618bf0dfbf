import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../../../examples/", import.meta.url));

/** The mapping files that newcomers learn from: what people write, in short. */
export const examples: readonly { readonly name: string; readonly text: string }[] = readdirSync(FOLDER, {
  recursive: true,
  encoding: "utf8",
})
  .filter((name) => name.endsWith(".responses"))
  .sort()
  .map((name) => ({ name, text: readFileSync(FOLDER + name, "utf8") }));
