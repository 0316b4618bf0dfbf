import type { CiFile } from "./ci-file.js";

const repository = (version: string): string => `  - repo: local
    hooks:
      - id: responses-fmt
        name: responses fmt
        language: node
        additional_dependencies: ["@responses/cli@${version}"]
        entry: responses fmt
        files: \\.responses$
        require_serial: true
      # Of all mapping files, since others may include those that changed.
      - id: responses-check
        name: responses check
        language: node
        additional_dependencies: ["@responses/cli@${version}"]
        entry: responses check --max-warnings 0
        files: (\\.responses|responses\\.config\\.json|\\.baseline\\.json)$
        pass_filenames: false
      - id: responses-test
        name: responses test
        language: node
        additional_dependencies: ["@responses/cli@${version}"]
        entry: responses test
        files: (\\.responses|responses\\.config\\.json|\\.baseline\\.json)$
        pass_filenames: false
`;

export const PRE_COMMIT: CiFile = {
  path: ".pre-commit-config.yaml",
  text: (version) => `# \`pre-commit install\` has git run these before each commit.
repos:
${repository(version)}`,
  next: "pre-commit install has git run its hooks before each commit",
  addition: { place: "its list repos", text: repository },
};
