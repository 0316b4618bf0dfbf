import { StepError } from "./step.mjs";
import { reasonOf, runnerVariable, valueIn } from "./workflow-files.mjs";

/** Comments of a pull request, by GitHub's REST interface. */
export class PullRequestComments {
  /** @type {string} */
  #api;
  /** @type {string} */
  #token;

  /** @param {string} token that may read comments, and write them where that is wanted */
  constructor(token) {
    this.#api = `${runnerVariable("GITHUB_API_URL")}/repos/${runnerVariable("GITHUB_REPOSITORY")}/issues`;
    this.#token = token;
  }

  /**
   * The first comment of an author that begins with a mark.
   *
   * @param {number} pullRequest
   * @param {string} author whoever can comment can write the mark
   * @param {string} mark
   * @returns {Promise<{ readonly id: number, readonly body: string } | null>}
   */
  async find(pullRequest, author, mark) {
    for (let page = 1; ; page++) {
      const comments = await this.#request("GET", `/${pullRequest}/comments?per_page=${PAGE}&page=${page}`);
      if (!Array.isArray(comments)) throw new StepError("GitHub gave no list of comments");
      for (const comment of comments) {
        const body = valueIn(comment, "body");
        const id = valueIn(comment, "id");
        if (typeof body !== "string" || typeof id !== "number") continue;
        if (body.startsWith(mark) && valueIn(comment, "user", "login") === author) return { id, body };
      }
      if (comments.length < PAGE) return null;
    }
  }

  /**
   * @param {number} pullRequest
   * @param {string} body
   */
  async add(pullRequest, body) {
    await this.#request("POST", `/${pullRequest}/comments`, { body });
  }

  /**
   * @param {number} id
   * @param {string} body
   */
  async update(id, body) {
    await this.#request("PATCH", `/comments/${id}`, { body });
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [content]
   * @returns {Promise<unknown>} Throws a {@link Refused} where GitHub says no, and another StepError where it does not answer
   */
  async #request(method, path, content) {
    let response;
    let text;
    try {
      response = await fetch(`${this.#api}${path}`, {
        method,
        headers: {
          accept: "application/vnd.github+json",
          authorization: `Bearer ${this.#token}`,
          "content-type": "application/json",
          "user-agent": "responses-action",
          "x-github-api-version": "2022-11-28",
        },
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
        signal: AbortSignal.timeout(LONGEST_WAIT),
      });
      text = await response.text();
    } catch (error) {
      throw new StepError(`GitHub does not answer: ${reasonOf(error)}`);
    }
    /** @type {unknown} */
    let answer;
    try {
      answer = JSON.parse(text);
    } catch {
      answer = null;
    }
    if (response.ok) return answer;
    const message = valueIn(answer, "message");
    throw new Refused(response.status, typeof message === "string" ? message : response.statusText);
  }
}

/** GitHub says no. */
export class Refused extends StepError {
  /**
   * @param {number} status
   * @param {string} reason
   */
  constructor(status, reason) {
    super(`GitHub refused the comment (${status}: ${reason})`);
    this.status = status;
  }
}

/** Comments that are asked for at once, the most that GitHub gives. */
const PAGE = 100;

const LONGEST_WAIT = 30_000;
