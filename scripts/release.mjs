// `npm run release -- --dry-run`: everything that is published, made and checked, in artefacts/release; without --dry-run it is
// published, too. docs/releasing.md tells how a version comes to be.

import "./require-node.mjs";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { versionSections } from "./changelog.mjs";
import { PUBLISHED, packPackages } from "./packed-packages.mjs";
import { missingPictures } from "./readme-pictures.mjs";
import { root, run, runShown, step } from "./step.mjs";

const HELP = `npm run release -- --dry-run   makes and checks all that is published, and publishes nothing
npm run release                does that, and publishes; needs a clean tree at the version's tag, and the rights

  --out DIR   where the files go (artefacts/release)
  --built     with --dry-run, takes the packages as they are built
  --pictures ADDRESS   where a file of the repository is at a tag, such as https://raw.githubusercontent.com/OWNER/NAME/:
              the Marketplace shows the pictures of the extension from there; needed to publish
`;

const { values: options } = parseArgs({
  options: {
    "dry-run": { type: "boolean", default: false },
    built: { type: "boolean", default: false },
    pictures: { type: "string" },
    out: { type: "string", default: join(root, "artefacts/release") },
    help: { type: "boolean", default: false },
  },
});
/** What an earlier run has left: nothing else in the folder is touched. */
const IS_OURS = /^(responses-.*\.(tgz|vsix)|SHA256SUMS|provenance\.json|notes\.md)$/;

const isRehearsal = options["dry-run"];
const out = resolve(options.out);

if (options.help) process.stdout.write(HELP);
else if (options.built && !isRehearsal) {
  process.stderr.write(
    "--built is for --dry-run: what is published is built from the commit that is released\n",
  );
  process.exitCode = 2;
} else if (!isRehearsal && options.pictures === undefined) {
  process.stderr.write("to publish, --pictures says where the pictures of the extension are\n");
  process.exitCode = 2;
} else if (options.built && options.pictures !== undefined) {
  process.stderr.write("--pictures is for what is built anew\n");
  process.exitCode = 2;
} else process.exitCode = (await release()) ? 0 : 1;

async function release() {
  const version = await versionOf("packages/dsl");
  return (
    (await step("looking at versions and the changelog", () => lookAtVersions(version))) &&
    (isRehearsal || (await step("looking at the commit", () => lookAtCommit(version)))) &&
    (options.built ||
      (await step("building", () =>
        run("npm run --silent build", { RESPONSES_PICTURES_BASE: picturesBase(version) }),
      ))) &&
    (isRehearsal || (await step("looking at the pictures of the extension", lookAtPictures))) &&
    (await step("packing", () => pack(version))) &&
    (await step("checking the packages (publint, attw)", checkPackages)) &&
    (await step("writing checksums and notes", () => describe(version))) &&
    (isRehearsal || (await publish()))
  );
}

/** @param {string} folder */
async function versionOf(folder) {
  return JSON.parse(await readFile(join(root, folder, "package.json"), "utf8")).version;
}

/** @param {string} version */
async function sectionOf(version) {
  const sections = versionSections(await readFile(join(root, "CHANGELOG.md"), "utf8"));
  return sections.find((section) => section.version === version);
}

/** @param {string} version */
async function lookAtVersions(version) {
  const faults = [];
  for (const name of [...PUBLISHED, "vscode-extension"]) {
    const own = await versionOf(`packages/${name}`);
    if (own !== version)
      faults.push(`packages/${name}/package.json has version ${own}, packages/dsl ${version}`);
  }
  const section = await sectionOf(version);
  if (section === undefined) faults.push(`CHANGELOG.md has no section "## ${version} (…)"`);
  else if (section.date === null && !isRehearsal)
    faults.push(`CHANGELOG.md calls ${version} unreleased: give its date`);
  const date = section?.date ?? "unreleased";
  return { succeeded: faults.length === 0, output: faults.join("\n"), summary: `${version} (${date})` };
}

/** @param {string} version */
function picturesBase(version) {
  return options.pictures === undefined
    ? ""
    : new URL(`v${version}/packages/vscode-extension/`, `${options.pictures.replace(/\/*$/, "")}/`).href;
}

/** Whether the readme in the extension's archive has pictures that whoever installs it sees. */
async function lookAtPictures() {
  const readme = await readFile(join(root, "packages/vscode-extension/dist/README.md"), "utf8");
  const faults = await missingPictures(readme);
  return { succeeded: faults.length === 0, output: faults.join("\n") };
}

/** @param {string} version */
async function lookAtCommit(version) {
  const { output: changes } = await run("git status --porcelain");
  const { output: tags } = await run("git tag --points-at HEAD");
  const faults = [
    ...(changes.trim() === "" ? [] : ["the tree has changes that are not committed:", changes.trimEnd()]),
    ...(tags.split("\n").includes(`v${version}`) ? [] : [`the commit has no tag v${version}`]),
  ];
  return { succeeded: faults.length === 0, output: faults.join("\n") };
}

/** @param {string} version */
async function pack(version) {
  await mkdir(out, { recursive: true });
  for (const file of await readdir(out)) if (IS_OURS.test(file)) await rm(join(out, file));
  const packed = await packPackages(out);
  await copyFile(
    join(root, "packages/vscode-extension/responses.vsix"),
    join(out, `responses-${version}.vsix`),
  );
  const summary = packed.map(({ name, contents }) => `${name}: ${contents.length} files`).join("\n");
  return { succeeded: true, output: "", summary };
}

async function checkPackages() {
  const outputs = [];
  for (const file of await tarballs()) {
    const path = join(out, file);
    for (const check of [`publint run "${path}" --strict`, `attw "${path}" --profile esm-only --no-color`]) {
      const { succeeded, output } = await run(check);
      if (!succeeded) outputs.push(`${check}\n${output}`);
    }
  }
  return { succeeded: outputs.length === 0, output: outputs.join("\n") };
}

/** In the order in which they can be published. */
async function tarballs() {
  const files = await readdir(out);
  return PUBLISHED.flatMap((name) => files.filter((file) => file.startsWith(`responses-${name}-`)));
}

/**
 * The checksums of the files, what the version is about, and from what it was made: whoever builds the same commit with the same
 * tools can compare.
 *
 * @param {string} version
 */
async function describe(version) {
  const files = (await readdir(out)).sort();
  const sums = [];
  for (const file of files.filter((name) => /\.(tgz|vsix)$/.test(name))) {
    const content = await readFile(join(out, file));
    sums.push({ file, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") });
  }
  const commit = (await run("git rev-parse HEAD")).output.trim();
  const hasChanges = (await run("git status --porcelain")).output.trim() !== "";
  const { packageManager } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const lock = createHash("sha256")
    .update(await readFile(join(root, "pnpm-lock.yaml")))
    .digest("hex");
  const provenance = {
    version,
    source: { commit, hasChanges },
    tools: { node: process.version, packageManager, "pnpm-lock.yaml": lock },
    command: [
      "npm run release --",
      ...process.argv.slice(2).filter((word) => word.startsWith("--") && word !== "--out"),
    ].join(" "),
    files: sums,
  };
  await writeFile(join(out, "SHA256SUMS"), sums.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join(""));
  await writeFile(join(out, "provenance.json"), `${JSON.stringify(provenance, null, 2)}\n`);
  await writeFile(join(out, "notes.md"), `${(await sectionOf(version))?.text ?? ""}\n`);
  return {
    succeeded: true,
    output: "",
    summary: sums.map(({ file, bytes }) => `${file}: ${bytes} bytes`).join("\n"),
  };
}

/** @param {string} tarball */
async function isPublished(tarball) {
  const [, name = "", version = ""] = /^responses-([a-z]+)-(.*)\.tgz$/.exec(tarball) ?? [];
  return (await run(`npm view @responses/${name}@${version} version`)).output.trim() === version;
}

async function publish() {
  // npm signs where a package comes from in the CI of GitHub and GitLab, and nowhere else.
  for (const file of await tarballs()) {
    // A run that was cut off is begun again.
    if (await isPublished(file)) continue;
    if (!(await runShown(`npm publish "${join(out, file)}" --access public --provenance`))) return false;
  }
  return runShown(
    `vsce publish --packagePath "${join(out, `responses-${await versionOf("packages/dsl")}.vsix`)}"`,
    {
      PATH: `${join(root, "packages/vscode-extension/node_modules/.bin")}:${process.env.PATH ?? ""}`,
    },
  );
}
