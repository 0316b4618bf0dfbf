import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { StepError } from "./step.mjs";

const PACKAGE = "@responses/cli";

/** A version or a tag of a package, and nothing that npm could take for an address, a path or an option. */
const VERSION = /^[0-9A-Za-z][0-9A-Za-z.+-]*$/;

/** The version of the command that is of one revision with this file. */
export function ownVersion() {
  const file = new URL("../packages/cli/package.json", import.meta.url);
  return String(JSON.parse(readFileSync(file, "utf8")).version);
}

/**
 * The command that a project has installed for itself, in a node_modules of this folder or of one above it.
 *
 * @param {string} folder
 * @param {string} top where to look last, the root of the repository
 * @returns {string | null} the path of its program
 */
export function commandOfProject(folder, top) {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const program = programIn(at);
    if (program !== null) return program;
    if (at === resolve(top) || at === dirname(at)) return null;
  }
}

/**
 * Installs a version of the command with npm, without running any script of a package. Where the folder is there already it is taken
 * as it is: it appears only once all is in it.
 *
 * @param {string} version
 * @param {string} folder
 * @returns the path of its program. Throws a StepError where that fails
 */
export function installCommand(version, folder) {
  if (!VERSION.test(version))
    throw new StepError(`the version ${JSON.stringify(version)} is none: write one as ${ownVersion()}`);
  if (!existsSync(folder)) {
    mkdirSync(dirname(folder), { recursive: true });
    const beside = mkdtempSync(`${folder}-`);
    try {
      npmInstall(`${PACKAGE}@${version}`, beside);
      renameSync(beside, folder);
    } catch (error) {
      rmSync(beside, { recursive: true, force: true });
      // Somebody else has been quicker.
      if (error instanceof StepError || !existsSync(folder)) throw error;
    }
  }
  const program = programIn(folder);
  if (program === null) throw new StepError(`${PACKAGE}@${version} has no command responses`);
  return program;
}

/**
 * How a program is started: a script by this very Node, anything else by itself.
 *
 * @param {string} program
 * @returns {readonly [file: string, ...args: string[]]}
 */
export function startOf(program) {
  return /\.[cm]?js$/.test(program) ? [process.execPath, program] : [program];
}

/**
 * @param {string} wanted
 * @param {string} folder
 */
function npmInstall(wanted, folder) {
  // Called by no name, since the shell that npm takes on Windows would cut one at its blanks.
  const args = ["install", "--prefix", ".", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
  // In that folder, so that nothing of the repository has a say, as its packageManager would with Corepack.
  const options = {
    cwd: folder,
    encoding: /** @type {const} */ ("utf8"),
    shell: process.platform === "win32",
  };
  const { status, error, stderr } = spawnSync("npm", [...args, wanted], options);
  if (status === 0) return;
  throw new StepError(`npm could not install ${wanted}: ${error?.message ?? stderr.trim()}`);
}

/**
 * @param {string} folder with a node_modules
 * @returns {string | null}
 */
function programIn(folder) {
  const home = join(folder, "node_modules", PACKAGE);
  const file = join(home, "package.json");
  if (!existsSync(file)) return null;
  const program = JSON.parse(readFileSync(file, "utf8")).bin?.responses;
  return typeof program === "string" ? join(home, program) : null;
}
