export { readAcceptedFile } from "./accepted-files.js";
export {
  type AtomicFile,
  appendTo,
  beginAtomically,
  readBefore,
  untilUnchanged,
  writeAtomically,
  writeNew,
} from "./atomic-write.js";
export type { FoundBaseline } from "./baseline-files.js";
export {
  type BoundedRead,
  type ReadFailure,
  readBounded,
  readRegularFile,
  readStream,
  whyNoInput,
} from "./bounded-read.js";
export { whileClaimed } from "./claimed-file.js";
export {
  type DeclaredMapping,
  declarationFileOf,
  declarationFiles,
  declaredMappingOf,
  isDeclaration,
} from "./declaration-files.js";
export { isForbidden, reasonOf } from "./failure-reason.js";
export { FileError, type FileFault, type ProjectFileProblem } from "./file-error.js";
export { DISK, type FileSource, isGone, type WhatIsThere } from "./file-source.js";
export { makeFolder, makePlaceInside } from "./folders.js";
export { ChangedPaths } from "./git/changed-paths.js";
export { GitError, type GitFault } from "./git/git-error.js";
export { GitRepository, type Revision } from "./git/git-repository.js";
export { RevisionFiles } from "./git/revision-files.js";
export { type RepositoryFiles, submodulesApart } from "./git/submodules.js";
export { workingTreeOf } from "./git/working-tree.js";
export { IncludeBounds } from "./include-bounds.js";
export { type LoadedMapping, MappingFiles } from "./mapping-files.js";
export { type WalkStep, walkMappingFiles } from "./mapping-walk.js";
export { type ModuleMap, moduleMap } from "./module-map.js";
export { findNamedFiles, isGlob, type NamedFiles } from "./named-files.js";
export { isInside, realPathOf, withSlashes } from "./paths.js";
export { type ChosenBaseline, ProjectFiles } from "./project-files.js";
export { mayBeOneSystem, renamedFiles, systemOf } from "./renamed-files.js";
export { refuseLink, refuseToReplace } from "./replaced-files.js";
export { repositoryRootOf } from "./repository-root.js";
export { refuseLinkOut, rewriteInProject } from "./rewritten-files.js";
export { clearLeftovers } from "./temporary-files.js";
export {
  type Change,
  changesOf,
  type Output,
  type StaleOutput,
  staleOutputs,
  writeTogether,
} from "./write-together.js";
