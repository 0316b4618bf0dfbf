// `npm run package`: packages/vscode-extension/responses.vsix, to be installed in VS Code.

import "./require-node.mjs";
import { installForBuild } from "./install.mjs";

if (await installForBuild()) {
  // Before, there is no esbuild that they could import.
  const { buildExtension } = await import("./build-extension.mjs");
  const { buildLanguageServer } = await import("./build-language-server.mjs");
  process.stdout.write(await buildExtension(await buildLanguageServer()));
} else {
  process.exitCode = 1;
}
