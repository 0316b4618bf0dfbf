import { COMMAND } from "@responses/testing/command";
import { writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";
import { type Behaviour, commentsServer } from "../support/comments-server.js";
import { runAction, type Workflow } from "../support/composite-action.js";
import { BEFORE, mergeGroup, pullRequest } from "../support/github-events.js";

/** Runs the action with a comment, against a server that keeps them. */
async function commented(
  started: Omit<Workflow, "inputs">,
  behaviour: Behaviour,
  inputs: Readonly<Record<string, string>> = {},
) {
  const server = await commentsServer(behaviour);
  const run = () =>
    runAction({
      ...started,
      inputs: { command: COMMAND, comment: "true", ...inputs },
      env: { GITHUB_API_URL: server.url, ...started.env },
    });
  return { server, run, first: await run() };
}

/** As many comments as fill pages, none of them ours. */
const TALK = Array.from({ length: 250 }, (_, index) => ({ user: { login: "ann" }, body: `${index}` }));

describe("the comment on a pull request", () => {
  test("is written once, brought up to date, and left alone where nothing is new", async () => {
    const started = pullRequest();
    const { server, run, first } = await commented(started, { comments: TALK });
    expect(first.succeeded).toBe(true);
    expect(server.requests.map((request) => request.split(" ")[0])).toEqual(["GET", "GET", "GET", "POST"]);
    expect(server.comments.at(-1)?.body).toMatch(
      /^<!-- responses-action {2}-->\n## Response mappings: passed\n/,
    );
    expect(server.comments.at(-1)?.body).toContain("Now a sale");
    expect(server.comments.at(-1)?.body).toMatch(/\nOf the commit [0-9a-f]{40}\.$/);

    await run();
    expect(server.requests.at(-1)).toMatch(/^GET .*page=3$/);

    writeFiles(started.workspace, { "mappings/acme.responses": BEFORE });
    await run();
    expect(server.requests.at(-1)).toBe("PATCH /repos/acme/mappings/issues/comments/251");
    expect(server.comments.length).toBe(251);
    expect(server.comments.at(-1)?.body).toContain("no response changes its verdict");
  });

  test("is found among full pages", async () => {
    const comments = [
      ...TALK.slice(0, 199),
      { user: { login: "github-actions[bot]" }, body: "<!-- responses-action  -->\nold" },
    ];
    const { server } = await commented(pullRequest(), { comments });
    expect(server.requests.map((request) => request.split(" ")[0])).toEqual(["GET", "GET", "PATCH"]);
    expect(server.comments.length).toBe(200);
  });

  test("is nobody else's, and none of another use of the action", async () => {
    const mark = "<!-- responses-action eu -->\n";
    const comments = [
      { user: { login: "mallory" }, body: `${mark}all is well` },
      { user: { login: "github-actions[bot]" }, body: `they said ${mark}` },
      { user: { login: "github-actions[bot]" }, body: "<!-- responses-action us -->\nus" },
    ];
    const { server } = await commented(pullRequest(), { comments }, { "comment-key": "eu" });
    expect(server.comments.slice(0, 3).map(({ body }) => body)).toEqual(comments.map(({ body }) => body));
    expect(server.comments.at(-1)?.body.startsWith(mark)).toBe(true);
  });

  test("is written although the run fails", async () => {
    const change = { "mappings/acme.responses": BEFORE.replace("is success", "is error") };
    const { server, first } = await commented(pullRequest({ change }), {});
    expect(first.succeeded).toBe(false);
    expect(server.comments.at(-1)?.body).toContain("## Response mappings: failed");
  });

  test("is left out where there is no pull request, or nobody asked for one", async () => {
    const { server, first } = await commented(mergeGroup(), {});
    expect([first.succeeded, server.requests]).toEqual([true, []]);
    const { server: unasked } = await commented(pullRequest(), {}, { comment: "false" });
    expect(unasked.requests).toEqual([]);
  });

  test("is no longer than GitHub takes, the change first, and says what is left out", async () => {
    const many = Array.from({ length: 200 }, (_, index) => `${"long ".repeat(50)}valid ${index}`);
    const rules = many.map((text) => `reject keyword "${text}"\nexample 200 "${text}" is error\n`).join("");
    const change = { "mappings/acme.responses": `${BEFORE}${rules}` };
    const { server, first } = await commented(pullRequest({ change }), {});
    const body = server.comments.at(-1)?.body ?? "";
    expect(body.length).toBeGreaterThan(5_000);
    expect(body).toMatch(
      /What `responses (check|test)` says is left out for length: the summary of the job has it\./,
    );
    expect(first.summary).not.toContain("left out for length: the");
    expect(first.summary.length).toBeGreaterThan(body.length);
  });
});

describe("a token that may not write", () => {
  const READ_ONLY: Behaviour = { refuses: { POST: [403, "Resource not accessible by integration"] } };

  test.each<readonly [string, () => Omit<Workflow, "inputs">]>([
    ["of a fork", () => pullRequest({ from: "stranger/mappings" })],
    ["of Dependabot", () => ({ ...pullRequest(), env: { GITHUB_ACTOR: "dependabot[bot]" } })],
  ])("%s is no failure, and the summary stands", async (_, start) => {
    const { first } = await commented(start(), READ_ONLY);
    expect(first.succeeded).toBe(true);
    expect(first.summary).toContain("Now a sale");
    expect(first.commands.filter((line) => line.startsWith("::notice"))).toEqual([
      expect.stringContaining("no comment: the token of this pull request can only read (403)"),
    ]);
  });

  test("of one's own repository is a failure that says what is missing", async () => {
    const { first } = await commented(pullRequest(), READ_ONLY);
    expect(first.succeeded).toBe(false);
    expect(first.outputs.result).toBe("passed");
    expect(first.commands.join()).toContain(
      "GitHub refused the comment (403: Resource not accessible by integration): give the job `permissions: pull-requests: write`",
    );
  });

  test.each<readonly [string, Behaviour]>([
    ["500", { refuses: { GET: [500, "Server Error"] } }],
    ["422", { refuses: { POST: [422, "Validation Failed"] } }],
  ])("an answer %s is a failure, also of a fork", async (status, behaviour) => {
    const { first } = await commented(pullRequest({ from: "stranger/mappings" }), behaviour);
    expect(first.succeeded).toBe(false);
    expect(first.commands.join()).toContain(`GitHub refused the comment (${status}`);
  });

  test("nor does a server that is not there make a green run", async () => {
    const { succeeded, commands } = await runAction({
      ...pullRequest(),
      inputs: { command: COMMAND, comment: "true" },
      env: { GITHUB_API_URL: "http://127.0.0.1:9" },
    });
    expect(succeeded).toBe(false);
    expect(commands.join()).toContain("GitHub does not answer");
  });
});
