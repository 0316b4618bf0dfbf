import { existsSync } from "node:fs";

const KNOWN = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Where Chromium is, for what needs a real browser; undefined where there is none. The variable CHROMIUM can say it. */
export const CHROMIUM = KNOWN.find((path) => path !== undefined && existsSync(path));

/** With these it starts in a container, and sends nothing to the network by itself. */
export const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];
