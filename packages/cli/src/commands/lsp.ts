import type { Command } from "commander";

/** Imports a module that is not in the bundle; the launcher gives it. */
declare const importModule: (url: string) => Promise<unknown>;

const HELP = `
Editors start it themselves: docs/editors.md says how to set up yours.`;

export function register(program: Command): void {
  program
    .command("lsp")
    .summary("run the language server for an editor")
    .description("Runs the language server, which an editor talks to over standard input and output.")
    .option("--stdio", "use standard input and output, the only way there is (editors pass this)")
    .addHelpText("after", HELP)
    .action(async () => {
      // A file of its own beside this one, so that no other command has to read it.
      const url = new URL("./language-server.mjs", import.meta.url).href;
      const { serveOverStdio } = (await importModule(url)) as typeof import("@responses/lsp");
      serveOverStdio();
    });
}
