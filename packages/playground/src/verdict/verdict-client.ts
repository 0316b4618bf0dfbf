import type { PastedResponse, RecordedExample, Report } from "./report.js";
import type { VerdictAnswer, VerdictQuestion } from "./verdict-messages.js";

/** The page's side of the worker that works out verdicts. */
export class VerdictClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (answer: VerdictAnswer | null) => void>();
  #count = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<VerdictAnswer>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    // Whatever goes wrong there must not keep the page from asking again.
    worker.addEventListener("error", () => {
      for (const answer of this.#waiting.values()) answer(null);
      this.#waiting.clear();
    });
  }

  /** Null where the worker has failed. */
  async explain(mapping: string, response: PastedResponse): Promise<Report | null> {
    const answer = await this.#ask({ id: ++this.#count, kind: "explain", mapping, response });
    return answer?.kind === "report" ? answer.report : null;
  }

  async firstExample(mapping: string): Promise<RecordedExample | null> {
    const answer = await this.#ask({ id: ++this.#count, kind: "first-example", mapping });
    return answer?.kind === "example" ? answer.example : null;
  }

  #ask(question: VerdictQuestion): Promise<VerdictAnswer | null> {
    return new Promise((resolve) => {
      this.#waiting.set(question.id, resolve);
      this.#worker.postMessage(question);
    });
  }
}
