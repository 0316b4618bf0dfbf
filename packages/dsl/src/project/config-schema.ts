import { catalogue, FINDING_NAMES, type FindingName } from "../findings/catalogue.js";
import { BASELINE_FILE } from "./baseline-file.js";
import { severitiesFor } from "./project-config.js";

/**
 * The JSON Schema of `responses.config.json`, made from the catalogue of findings, so that an editor completes their
 * names. The package publishes it as `schemas/responses.config.schema.json`.
 */
export function projectConfigSchema(): object {
  const configurable = FINDING_NAMES.filter((name) => severitiesFor(name).length > 0);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Project file of the Responses language",
    description:
      "Holds for the mapping files in its folder and below, unless a folder in between has its own.",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string", description: "Where this schema is." },
      severity: {
        type: "object",
        description:
          "Findings with another severity than their own. What refuses a mapping is always an error.",
        additionalProperties: false,
        properties: Object.fromEntries(configurable.map((name) => [name, severitySchema(name)])),
      },
      ignore: {
        type: "array",
        description:
          "Paths to leave out when folders and globs are looked through, relative to this file's folder. * stands for any characters of one name, ? for one, ** for any number of folders; a glob without / is tried in every folder.",
        items: { type: "string", minLength: 1 },
      },
      includeFrom: {
        type: "array",
        description:
          "Folders from which files may be included, and to which symbolic links in the place of mappings may lead, although they are outside of the project (its git repository, or else the folder of this file), relative to this file's folder.",
        items: { type: "string", minLength: 1 },
      },
      baseline: {
        type: "string",
        pattern: "\\.baseline\\.json$",
        description: `The file with the findings that the project lives with for now, relative to this file's folder, as ${BASELINE_FILE}: they neither fail a run nor stand out in an editor. responses check --write-baseline writes it.`,
      },
    },
  };
}

function severitySchema(name: FindingName): object {
  const { severity, page } = catalogue[name];
  return { enum: severitiesFor(name), default: severity, description: page.what };
}
