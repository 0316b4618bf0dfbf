import { expect, test } from "vitest";
import { GitThread } from "../../src/platform/git-thread.js";

/* How the thread that runs git is asked: threads of a script that answers in git's place. */

/** A thread that calls the commit of each file by the number of its question, and fails where it is told to. */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from "node:worker_threads";
  let asked = 0;
  parentPort.on("message", ({ path }) => {
    if (path === "/fail") throw new Error("no memory");
    if (path === "/exit") process.exit(0);
    asked += 1;
    parentPort.postMessage({ kind: "head", root: "/", commit: "question " + asked });
  });
`)}`,
);

async function answerTo(thread: GitThread, name: string): Promise<string> {
  const head = await thread.head(`file:///${name}`);
  return head.kind === "none" ? head.reason : head.name;
}

test("a question that still waits is asked once for all who ask it", async () => {
  const thread = new GitThread(SCRIPT);
  const names = ["a", "a", "b", "a", "b"];
  expect(await Promise.all(names.map((name) => answerTo(thread, name)))).toEqual([
    "question 1",
    // The one that is under way may know less than there is by now.
    "question 2",
    "question 3",
    "question 2",
    "question 3",
  ]);
  expect(await answerTo(thread, "a")).toBe("question 4");
});

test("whoever asks is told where no thread can be started", async () => {
  const thread = new GitThread(new URL("http://elsewhere.example/"));
  expect(await answerTo(thread, "a")).toMatch(/^the thread that asks git cannot be started: /);
});

test.each([
  ["fail", "the thread that asks git has failed: no memory"],
  ["exit", "the thread that asks git has ended"],
])(
  "whoever waits for a thread that is to %s is told, and who asks at once has the next one's answer",
  async (name, reason) => {
    const thread = new GitThread(SCRIPT);
    const next = answerTo(thread, name).then((told) => [told, answerTo(thread, "b")] as const);
    expect(await answerTo(thread, "a")).toBe(reason);
    const [told, answer] = await next;
    expect(told).toBe(reason);
    expect(await answer).toBe("question 1");
  },
);
