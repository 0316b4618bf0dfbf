import { INCLUDABLE_FILES } from "../files/example-files.js";
import { explainMapping, firstExampleOf } from "./explain-mapping.js";
import type { VerdictAnswer, VerdictQuestion } from "./verdict-messages.js";

/*
 * Works out verdicts in a worker, so that a large body never keeps somebody from typing.
 */

addEventListener("message", ({ data }: MessageEvent<VerdictQuestion>) => {
  const { id } = data;
  const answer: VerdictAnswer =
    data.kind === "explain"
      ? { id, kind: "report", report: explainMapping(data.mapping, data.response, INCLUDABLE_FILES) }
      : { id, kind: "example", example: firstExampleOf(data.mapping) };
  postMessage(answer);
});
