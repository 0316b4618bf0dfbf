// Step 2: the commit that the change is held against. Where that fails the parts of the run that need it fail, and say why.

import { commitOfBase, leftRevision } from "./base-commit.mjs";
import { baseOfEvent } from "./base-of-event.mjs";
import { Repository } from "./git.mjs";
import { flagInput, textInput } from "./inputs.mjs";
import { annotate, runStep, StepError } from "./step.mjs";
import { readEvent, setOutput } from "./workflow-files.mjs";

await runStep(() => {
  if (!flagInput("diff") && !flagInput("only-changed")) return;
  try {
    const found = foundBase();
    if ("none" in found) {
      process.stdout.write(`nothing to compare with: ${found.none}\n`);
      setOutput("none", found.none);
    } else {
      process.stdout.write(`comparing with ${found.commit}\n`);
      setOutput("commit", found.commit);
    }
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    annotate("error", error.message);
    setOutput("problem", error.message);
  }
});

function foundBase() {
  const repository = new Repository(textInput("folder"));
  const own = textInput("base");
  if (own !== "") return leftRevision(own, repository);
  const { name, payload } = readEvent();
  return commitOfBase(baseOfEvent(name, payload, process.env.GITHUB_REF ?? ""), repository);
}
