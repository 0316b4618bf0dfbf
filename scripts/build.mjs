// `npm run build`: packages/dsl/dist (the library), packages/lsp/dist (the language server), packages/cli/dist (the command),
// packages/vscode-extension (its dist, and the archive responses.vsix). From a bare clone it installs what it needs first.

import "./require-node.mjs";
import { installForBuild } from "./install.mjs";

if (await installForBuild()) {
  // Before, there is no esbuild that it could import.
  const { buildPackages } = await import("./build-packages.mjs");
  if (await buildPackages()) process.stdout.write("built: packages/cli/dist/responses.mjs is the command\n");
  else process.exitCode = 1;
} else {
  process.exitCode = 1;
}
