// Step 8: the action fails where one of its parts has.

import { textInput } from "./inputs.mjs";
import { hasFailed, lookedAtNothing, resultsIn } from "./results.mjs";
import { annotate, runStep } from "./step.mjs";
import { wantedOfInputs } from "./wanted.mjs";

await runStep(() => {
  const results = resultsIn(textInput("reports"), wantedOfInputs());
  for (const { part, ending, says } of results) {
    const why = ending.kind === "ended" ? `exit code ${ending.exitCode}` : ending.why;
    process.stdout.write(`${part}: ${says} (${why})\n`);
  }
  if (results.length === 0) process.stdout.write("nothing was asked for, so nothing was looked at\n");
  else if (lookedAtNothing(results))
    annotate("notice", "nothing was looked at: all that was asked for was left out, for the reason above");
  process.exitCode = hasFailed(results) ? 1 : 0;
});
