import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandsThat } from "../commands.js";
import type { Failure } from "../failure.js";

const TAKING_PATHS = commandsThat("walks").filter((name) => name !== "diff of folders");
/** Standard input stands for a mapping. */
const OF_INPUT = TAKING_PATHS.filter(
  (name) => !/diff|--changed|--fix|--write-baseline|types|compile|docs/.test(name),
);

const NOTHING = /found no mapping file; exit code 2: there was nothing to do/;

/** Runs that would read, check and write nothing, or less than was asked for. */
export const NOTHING_TO_DO: readonly Failure[] = [
  {
    name: "a folder without a mapping file",
    commands: TAKING_PATHS,
    make: (folder) => {
      mkdirSync(join(folder, "empty"));
      writeFileSync(join(folder, "empty/x.txt"), "");
      return { paths: ["empty"] };
    },
    // Of a revision it is no folder at all.
    says: /found no mapping file|no file or folder empty/,
  },
  {
    name: "mapping files that are all ignored",
    // The older side of a comparison ignores nothing.
    commands: TAKING_PATHS.filter((name) => !name.startsWith("diff")),
    make: (folder) => {
      writeFileSync(join(folder, "responses.config.json"), '{ "ignore": ["mappings", "old"] }\n');
      return {};
    },
    says: /no mapping file but what responses\.config\.json ignores: mappings, old|found no mapping file/,
  },
  {
    name: "a glob that matches nothing",
    commands: TAKING_PATHS,
    make: () => ({ paths: ["mappings/*.response"] }),
    says: NOTHING,
  },
  {
    name: "one of several globs that matches nothing",
    commands: TAKING_PATHS,
    make: () => ({ paths: ["mappings", "others/**/*.responses"] }),
    says: /there is no mapping file in others\/\*\*\/\*\.responses/,
  },
  {
    name: "one of several folders without a mapping file",
    commands: TAKING_PATHS.filter((name) => !name.startsWith("diff")),
    make: (folder) => {
      mkdirSync(join(folder, "empty"));
      return { paths: ["mappings", "empty"] };
    },
    says: /there is no mapping file in empty/,
  },
  {
    name: "a path that is not there",
    commands: TAKING_PATHS,
    make: () => ({ paths: ["mappings", "nope.responses"] }),
    says: /there is no file or folder nope\.responses/,
  },
  {
    name: "a file in the place of a folder",
    commands: TAKING_PATHS,
    make: () => ({ paths: ["mappings/a.responses/"] }),
    says: /there is no file or folder mappings\/a\.responses\//,
  },
  {
    name: "a name that is too long",
    commands: TAKING_PATHS.filter((name) => name !== "diff of revisions"),
    make: () => ({ paths: [`${"x".repeat(300)}.responses`] }),
    says: /its name is too long/,
  },
  {
    name: "standard input in which nothing stands",
    commands: OF_INPUT,
    make: () => ({ paths: ["-"] }),
    says: /cannot read <stdin>: it is empty/,
  },
  {
    name: "mapping files without examples",
    commands: ["test", "test --changed"],
    make: (folder) => {
      for (const path of ["mappings/a", "mappings/common", "mappings/deep/b"])
        writeFileSync(join(folder, `${path}.responses`), 'success word "a"\n');
      rmSync(join(folder, "old"), { recursive: true });
      return {};
    },
    says: /found no example in 3 files; exit code 2: there was nothing to do/,
  },
  {
    name: "a stream without a response",
    commands: ["match --ndjson"],
    make: (folder) => {
      writeFileSync(join(folder, "lines"), "\n\n");
      return {};
    },
    says: /found no response in lines; exit code 2: there was nothing to do/,
  },
  {
    name: "a stream of lines that can't be read",
    commands: ["match --ndjson"],
    make: (folder) => {
      writeFileSync(join(folder, "lines"), '{"body":\n');
      return {};
    },
    says: /1 bad; exit code 1: bad lines were left out, see out\/bad/,
    code: 1,
  },
  {
    name: "a response that is not there",
    commands: ["match", "match --explain", "match --ndjson", "example"],
    make: (folder) => {
      rmSync(join(folder, "answer.txt"));
      rmSync(join(folder, "lines"));
      return {};
    },
    says: /cannot read (answer\.txt|lines): there is no such file/,
  },
  {
    name: "a response that can't be read",
    commands: ["match", "match --explain", "match --ndjson", "example"],
    make: (folder) => {
      // A folder is there and cannot be read, whoever runs the test.
      for (const path of ["answer.txt", "lines"]) {
        rmSync(join(folder, path));
        mkdirSync(join(folder, path));
      }
      return {};
    },
    says: /cannot read (answer\.txt|lines): it is a folder/,
  },
];
