import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import { compileFile } from "../src/core/compile-file.js";
import { writeTypes } from "../src/core/written-types.js";

const NAME = "a.d.responses.ts";

/** What a build of the mapping in the folder warns of when it writes its types. */
function warningsIn(folder: string): readonly string[] {
  const path = join(folder, "a.responses");
  const compiled = compileFile(path);
  if (compiled.kind !== "compiled") throw new Error("the mapping is right");
  return writeTypes(compiled, path, true, folder).map(({ message }) => message.replace(`${folder}/`, ""));
}

describe.skipIf(process.platform === "win32")("types of a build", () => {
  test.each([NAME, `${NAME}.map`])("replace no %s that was written by hand", (name) => {
    const folder = folderWith({ "a.responses": "success status 201\n", [name]: "mine\n" });
    expect(warningsIn(folder)).toEqual([
      `cannot write ${name}: there is a file that was not made from a mapping; move it`,
    ]);
    expect(readFileSync(join(folder, name), "utf8")).toBe("mine\n");
  });

  test("are written through no symbolic link", () => {
    const folder = folderWith({ "a.responses": "success status 201\n" });
    symlinkSync("elsewhere", join(folder, NAME));
    expect(warningsIn(folder)).toEqual([`cannot write ${NAME}: it is a symbolic link; remove it`]);
    expect([lstatSync(join(folder, NAME)).isSymbolicLink(), existsSync(join(folder, "elsewhere"))]).toEqual([
      true,
      false,
    ]);
  });

  test("replace those of the mapping as it was", () => {
    const folder = folderWith({ "a.responses": "success status 201\n" });
    expect(warningsIn(folder)).toEqual([]);
    const before = readFileSync(join(folder, NAME), "utf8");
    writeFileSync(join(folder, "a.responses"), "success status 201 as Sold\n");
    expect(warningsIn(folder)).toEqual([]);
    expect(readFileSync(join(folder, NAME), "utf8")).not.toBe(before);
  });
});
