/** Why a step of the action cannot do its work: a sentence, with a way out, for whoever wrote the workflow. */
export class StepError extends Error {}

/**
 * Does the work of a step. A {@link StepError} becomes an annotation and fails the step; any other error is a fault of the action,
 * and Node ends with it.
 *
 * @param {() => void | Promise<void>} work
 */
export async function runStep(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    annotate("error", error.message);
    process.exitCode = 1;
  }
}

/**
 * Annotates the run with what the action itself has to say.
 *
 * @param {"error" | "warning" | "notice"} kind
 * @param {string} message
 */
export function annotate(kind, message) {
  const escaped = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  process.stdout.write(`::${kind} title=Responses::${escaped}\n`);
}
