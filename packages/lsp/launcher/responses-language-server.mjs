#!/usr/bin/env node
// The language server as a command of its own: `responses-language-server --stdio`, which is also what it does without
// the option.

import { serveOverStdio } from "../dist/language-server.mjs";

serveOverStdio();
