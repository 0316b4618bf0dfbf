import { createServer } from "node:http";
import { onTestFinished } from "vitest";

export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  readonly body: string;
}

export interface CommentsServer {
  /** For GITHUB_API_URL. */
  readonly url: string;
  readonly comments: readonly Comment[];
  /** What was asked of it, as `GET PATH`. */
  readonly requests: readonly string[];
}

export interface Behaviour {
  readonly comments?: readonly Omit<Comment, "id">[];
  /** Who the token writes as. */
  readonly author?: string;
  /** The methods that it says no to, and how. */
  readonly refuses?: Readonly<Record<string, readonly [status: number, message: string]>>;
}

const BOT = "github-actions[bot]";

/** A server on this machine that keeps the comments of one pull request as GitHub does, for one test. */
export async function commentsServer({
  comments: there = [],
  author = BOT,
  refuses = {},
}: Behaviour = {}): Promise<CommentsServer> {
  const comments: Comment[] = there.map((comment, index) => ({ id: index + 1, ...comment }));
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { method = "", url = "" } = request;
    requests.push(`${method} ${url}`);
    let content = "";
    request.on("data", (chunk: Buffer) => {
      content += chunk;
    });
    request.on("end", () => {
      const [status, answer] = answered(method, new URL(url, "http://localhost"), content);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer));
    });
  });
  function answered(method: string, { pathname, searchParams }: URL, content: string): [number, unknown] {
    const refused = refuses[method];
    if (refused !== undefined) return [refused[0], { message: refused[1] }];
    const body = content === "" ? "" : String(JSON.parse(content).body);
    if (body.length > 65_536) return [422, { message: "Validation Failed" }];
    if (pathname === "/repos/acme/mappings/issues/7/comments") {
      if (method === "POST") {
        comments.push({ id: comments.length + 1, user: { login: author }, body });
        return [201, comments.at(-1)];
      }
      const size = Number(searchParams.get("per_page") ?? 30);
      const page = Number(searchParams.get("page") ?? 1);
      return [200, comments.slice((page - 1) * size, page * size)];
    }
    const id = Number(/^\/repos\/acme\/mappings\/issues\/comments\/(\d+)$/.exec(pathname)?.[1]);
    const known = comments.findIndex((comment) => comment.id === id);
    if (method !== "PATCH" || known === -1) return [404, { message: "Not Found" }];
    comments[known] = { id, user: { login: author }, body };
    return [200, comments[known]];
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return { url: `http://127.0.0.1:${address.port}`, comments, requests };
}
