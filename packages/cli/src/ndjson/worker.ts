import { Script } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import type { Matcher, Response } from "@responses/dsl";
import { BlockClassifier } from "./block-classifier.js";
import type { GivenBlock, WorkerData } from "./worker-messages.js";

/*
 * What a thread of `responses match --ndjson` runs: it puts verdicts into the blocks that it is given, by the module that the
 * mapping was compiled to. The build makes a bundle of its own of this file.
 */

const { code, reading } = workerData as WorkerData;

/** A module in CommonJS, which requires nothing. */
const load = new Script(`(function (exports) {${code}\n})`, {
  filename: "mapping.cjs",
}).runInThisContext() as (exports: object) => void;
const exported = {};
load(exported);

interface CompiledModule extends Pick<Matcher, "match"> {
  classify(status: Response["status"], body: Response["body"]): number;
}

const { match, classify } = exported as CompiledModule;
const classifier = new BlockClassifier(
  match,
  undefined,
  reading.names,
  reading.countsRules ? ({ status, body }) => classify(status, body) : null,
  reading.quotedStatus,
);

parentPort?.on("message", ({ bytes, isFirst }: GivenBlock) => {
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const classified = classifier.classify(block, isFirst);
  parentPort?.postMessage(classified, [classified.output.buffer as ArrayBuffer]);
});
parentPort?.postMessage(null);
