// `npm run package`: packages/vscode-extension/responses.vsix, to be installed in VS Code.

import { buildExtension } from "./build-extension.mjs";
import { buildLanguageServer } from "./build-language-server.mjs";

await buildLanguageServer();
process.stdout.write(await buildExtension());
