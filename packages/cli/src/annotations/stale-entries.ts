import type { StaleEntry } from "../runs/baseline-run.js";

/** A stale entry in a sentence. */
export function staleInWords({ entry, baseline, found, isFileGone }: StaleEntry): string {
  const { file, name, count, statement } = entry;
  const where = statement === "" ? "" : ` in ${statement}`;
  const which = `${name}${where} of ${file}`;
  if (isFileGone) return `${baseline} lists ${which}, and the file is gone or left out by its project`;
  return found === 0
    ? `${baseline} lists ${which}, which is found no more`
    : `${baseline} lists ${which} ${count} times, and it is found ${found === 1 ? "once" : `${found} times`}`;
}

/** How a stale entry is taken out. */
export function staleAdvice({ baseline, isNamed }: StaleEntry): string {
  return `responses check --write-baseline${isNamed ? "" : ` ${baseline}`} takes out of it what is found no more`;
}
