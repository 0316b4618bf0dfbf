/** The oldest Node that runs the command, and everything here; package.json says the same under `engines`. */
const OLDEST = [20, 19];

/**
 * What to say to a Node that is too old; null for one that is not.
 *
 * @param {string} version as `process.versions.node` has it
 */
export function refusalOf(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Node ${OLDEST.join(".")} or newer is needed; this is ${version}`;
}
