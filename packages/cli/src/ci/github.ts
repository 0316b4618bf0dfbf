import type { CiFile } from "./ci-file.js";

const text = (
  version: string,
): string => `# Checks and tests mapping files, and says which responses get another verdict after a change.
name: Responses

on:
  pull_request:
  merge_group:
  push:
    branches: [main, master]

permissions:
  contents: read

# A newer push to a pull request takes the place of the run before it.
concurrency:
  group: \${{ github.workflow }}-\${{ github.event.pull_request.number || github.sha }}
  cancel-in-progress: true

jobs:
  responses:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          # A change is compared with what was there before, so the history has to be there.
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - run: npm install --global --ignore-scripts @responses/cli@${version}
      - name: Look for what is wrong or doubtful
        run: responses check --max-warnings 0 --format github --format markdown --output "$GITHUB_STEP_SUMMARY"
      - name: Run the recorded responses
        if: \${{ !cancelled() }}
        # The check has annotated the examples that fail.
        run: responses test --format pretty --format markdown --output "$GITHUB_STEP_SUMMARY"
      - name: Say which responses get another verdict
        if: \${{ !cancelled() && github.event_name == 'pull_request' }}
        # The exit codes 1 and 3 say that some do, or that it is not known, which is for people to judge.
        run: responses diff --base "origin/$GITHUB_BASE_REF" --format github --format markdown --output "$GITHUB_STEP_SUMMARY" || case "$?" in 1 | 3) ;; *) exit 1 ;; esac
`;

export const GITHUB: CiFile = {
  path: ".github/workflows/responses.yml",
  text,
  next: "commit it, and every pull request is checked",
  addition: { place: "a file of another name beside it", text },
};
