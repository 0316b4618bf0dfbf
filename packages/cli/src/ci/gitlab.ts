import type { CiFile } from "./ci-file.js";

const text = (
  version: string,
): string => `# Checks and tests mapping files, and says which responses get another verdict after a change.
responses:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    # A change is compared with what was there before, so the history has to be there.
    GIT_DEPTH: "0"
  script:
    - npm install --global --ignore-scripts @responses/cli@${version}
    - responses check --max-warnings 0 --format pretty --format gitlab --output reports/code-quality.json || failed=1
    - responses test --format pretty --format junit --output reports/junit.xml || failed=1
    # The exit codes 1 and 3 of diff say that some get another verdict, or that it is not known, which is for people to judge.
    - if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ]; then responses diff --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --format pretty --format junit --output reports/changes.xml || case "$?" in 1 | 3) ;; *) failed=1 ;; esac; fi
    - exit "\${failed:-0}"
  artifacts:
    when: always
    reports:
      codequality: reports/code-quality.json
      # In changes.xml each change of a sale is a test that fails, so that the merge request shows it whatever becomes of the job.
      junit: [reports/junit.xml, reports/changes.xml]
`;

export const GITLAB: CiFile = {
  path: ".gitlab-ci.yml",
  text,
  next: "commit it, and every merge request is checked",
  addition: { place: "it, as a job beside the others", text },
};
