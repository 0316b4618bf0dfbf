/** A command with its arguments as one types it into a shell. */
export function typedCommand(command: "diff", args: readonly string[]): string {
  const quoted = args.map((arg) => (/^[\w./@:~^=-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`));
  return [`responses ${command}`, ...quoted].join(" ");
}
