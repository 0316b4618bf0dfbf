/**
 * What tells one build of Node from another, as far as V8's compiled code depends on it. V8 itself compares no more than its
 * version's numbers, which many releases of Node share, and crashes over code of another that it takes for its own.
 */
export function nodeBuild() {
  const { version, versions, platform, arch, config } = process;
  const options = Object.entries(config.variables).filter(([name]) => name.startsWith("v8_"));
  return JSON.stringify([version, versions.v8, platform, arch, ...options.sort()]);
}
