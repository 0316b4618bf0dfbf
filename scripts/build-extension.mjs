import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { inputsOf, licencesOf } from "./licences.mjs";
import { withPicturesAt } from "./readme-pictures.mjs";
import { root, run } from "./step.mjs";

/*
 * The extension for VS Code: packages/vscode-extension/dist becomes the extension as it is installed, with nothing else in
 * it, and vsce makes an archive of that folder, without a network.
 */

const folder = join(root, "packages/vscode-extension");
const dist = join(folder, "dist");

/** The archive that is installed. */
const ARCHIVE = join(folder, "responses.vsix");

/** What is taken over as it is: where it is in the repository, and where in the extension. */
const COPIED = {
  LICENSE: "LICENSE",
  "docs/checks.md": "docs/checks.md",
  "packages/dsl/schemas/responses.config.schema.json": "schemas/responses.config.schema.json",
  "packages/lsp/dist/browser.js": "server/worker.js",
  "packages/lsp/dist/language-server.mjs": "server/language-server.mjs",
  "packages/vscode-extension/CHANGELOG.md": "CHANGELOG.md",
  "packages/vscode-extension/icons/extension.png": "icons/extension.png",
  "packages/vscode-extension/icons/file-dark.svg": "icons/file-dark.svg",
  "packages/vscode-extension/icons/file-light.svg": "icons/file-light.svg",
  "packages/vscode-extension/images/hover.png": "images/hover.png",
  "packages/vscode-extension/images/tests.png": "images/tests.png",
  "packages/vscode-extension/language-configuration.json": "language-configuration.json",
  "packages/vscode-extension/walkthrough": "walkthrough",
};

/**
 * Writes dist and the archive anew. The language server has to be built before. Gives what vsce says.
 *
 * @param {readonly string[]} serverInputs the files that the language server is made of
 */
export async function buildExtension(serverInputs) {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const [inputs] = await Promise.all([
    buildClients(),
    ...Object.entries(COPIED).map(([from, to]) => cp(join(root, from), join(dist, to), { recursive: true })),
    writeReadme(),
    writeManifest(),
    writeGrammars(),
  ]);
  await Promise.all([
    // What starts the server where it is a process.
    writeFile(
      join(dist, "server/main.mjs"),
      'import { serveOverStdio } from "./language-server.mjs";\n\nserveOverStdio();\n',
    ),
    writeFile(join(dist, "licences.txt"), await licencesOf([...inputs, ...serverInputs])),
    // All that is here belongs to the extension; vsce wants to be told.
    writeFile(join(dist, ".vscodeignore"), ""),
  ]);
  return packageExtension();
}

/** The extension itself, for a machine and for a browser. Gives the files that it is made of. */
async function buildClients() {
  const options = /** @type {const} */ ({
    absWorkingDir: folder,
    bundle: true,
    format: "cjs",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
  });
  const builds = await Promise.all([
    build({
      ...options,
      conditions: ["@responses/source"],
      external: ["vscode"],
      entryPoints: ["src/extension.ts"],
      outfile: "dist/extension.js",
      platform: "node",
    }),
    build({
      ...options,
      conditions: ["@responses/source"],
      external: ["vscode"],
      entryPoints: ["src/extension-web.ts"],
      outfile: "dist/extension-web.js",
      platform: "browser",
    }),
  ]);
  return builds.flatMap(({ metafile }) => inputsOf(metafile));
}

/** The readme: with its pictures only where a release says at which address they are. */
async function writeReadme() {
  const readme = await readFile(join(folder, "README.md"), "utf8");
  const base = process.env.RESPONSES_PICTURES_BASE ?? "";
  await writeFile(join(dist, "README.md"), withPicturesAt(readme, base === "" ? null : base));
}

/** The package's own package.json, without what only the repository needs. */
async function writeManifest() {
  const {
    type,
    private: _,
    scripts,
    devDependencies,
    ...manifest
  } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  await writeFile(join(dist, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The TextMate grammars, made by the package's own source. */
async function writeGrammars() {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "src/grammar/grammar-files.ts")],
    bundle: true,
    conditions: ["@responses/source"],
    format: "esm",
    write: false,
    logLevel: "warning",
  });
  const source = outputFiles.map(({ contents }) => Buffer.from(contents).toString("base64")).join("");
  const { grammarFiles } = await import(`data:text/javascript;base64,${source}`);
  await mkdir(join(dist, "syntaxes"));
  for (const [name, grammar] of Object.entries(grammarFiles)) {
    await writeFile(join(dist, "syntaxes", name), `${JSON.stringify(grammar)}\n`);
  }
}

async function packageExtension() {
  const vsce = join(folder, "node_modules/.bin/vsce");
  const { succeeded, output } = await run(
    `cd "${dist}" && "${vsce}" package --no-dependencies --allow-missing-repository --no-rewrite-relative-links --out "${ARCHIVE}"`,
  );
  if (!succeeded) throw new Error(`The extension could not be packaged.\n${output}`);
  return output;
}
