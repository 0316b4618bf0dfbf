import { check, type Finding, type Fix } from "@responses/dsl";
import type { Inputs } from "./inputs.js";

/** A finding's fix that is to be made. */
export interface ChosenFix extends Fix {
  readonly finding: Finding;
}

/** What is found in the file itself and not switched off. */
export function ownFindings(path: string, { files, projects }: Inputs): readonly Finding[] {
  const { linked, file } = files.load(path);
  return check(linked).filter(
    (finding) => finding.file === file.path && projects.severityOf(finding.name, finding.file) !== "off",
  );
}
