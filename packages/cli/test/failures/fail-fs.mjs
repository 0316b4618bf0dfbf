// Loaded by `NODE_OPTIONS=--import` before the command: makes calls of the file system fail as `FAIL_FS` says (fs-fault.ts).

import { createRequire } from "node:module";
import { isMainThread } from "node:worker_threads";

/** @type {import("./fs-fault.js").FsFault} */
const fault = JSON.parse(process.env.FAIL_FS ?? "{}");
const fs = createRequire(import.meta.url)("node:fs");
const { appendFileSync, rmSync } = fs;
const path = new RegExp(fault.path ?? "");
/** By descriptor the path, since most calls have the number alone. */
const opened = new Map();
let calls = 0;

/** @param {string} name @param {readonly unknown[]} args */
function isMeant(name, args) {
  const [first] = args;
  const target = typeof first === "number" ? opened.get(first) : String(first);
  if (name !== fault.call || target === undefined || !path.test(target)) return false;
  calls += 1;
  const nth = fault.nth ?? 1;
  return fault.onward === true ? calls >= nth : calls === nth;
}

/** @param {readonly unknown[]} args */
function act(args) {
  switch (fault.how) {
    case "vanish":
      rmSync(String(args[0]), { recursive: true, force: true });
      return;
    case "edit":
      appendFileSync(fault.edit?.path ?? "", fault.edit?.text ?? "");
      return;
    case "kill":
      process.kill(process.pid, "SIGKILL");
      return;
    case "terminate":
      process.kill(process.pid, "SIGTERM");
      return;
    case "crash":
      throw new TypeError("a fault that nobody thought of");
    case "overflow":
      throw new RangeError("Maximum call stack size exceeded");
    case "later":
      setImmediate(() => {
        throw new TypeError("a fault that nobody waits for");
      });
      return;
    default:
      throw Object.assign(new Error(`${fault.how}: injected, ${fault.call} '${args[0]}'`), {
        code: fault.how,
      });
  }
}

/** @param {string} name */
function failing(name) {
  const original = fs[name];
  if (typeof original !== "function") return;
  fs[name] = Object.assign((/** @type {unknown[]} */ ...args) => {
    if (isMeant(name, args)) act(args);
    const result = original(...args);
    if (name === "openSync") opened.set(result, String(args[0]));
    return result;
  }, original);
}

if (fault.worker === true) {
  if (!isMainThread) throw new TypeError("a thread that does not start");
} else if (fault.call === "performance.now") {
  performance.now = () => {
    act([]);
    return 0;
  };
} else {
  failing("openSync");
  if (fault.call?.startsWith("promises.") === true) {
    const name = fault.call.slice("promises.".length);
    const original = fs.promises[name];
    fs.promises[name] = async (/** @type {unknown[]} */ ...args) => {
      if (isMeant(fault.call ?? "", args)) {
        if (fault.how === "never") return await new Promise(() => {});
        act(args);
      }
      return await original(...args);
    };
  } else if (fault.call !== undefined && fault.call !== "openSync") failing(fault.call);
}
