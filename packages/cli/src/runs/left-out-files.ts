import { FileError } from "@responses/node-host";
import type { Problem } from "../terminal/usage-error.js";

/** The problems with one for all files that were left out since those before them had too many rules, where the first of these stands. */
export function leftOutTogether(problems: readonly Problem[]): readonly Problem[] {
  const [first, ...others] = problems.filter(isLeftOut);
  if (first === undefined || others.length === 0) return problems;
  const all = new FileError({ ...first.fault, others: others.length });
  return problems.flatMap((problem) => (problem === first ? [all] : isLeftOut(problem) ? [] : [problem]));
}

function isLeftOut(problem: Problem): problem is LeftOut {
  return problem instanceof FileError && problem.fault.kind === "too-many-rules-before";
}

type LeftOut = FileError & { readonly fault: { readonly kind: "too-many-rules-before" } };
