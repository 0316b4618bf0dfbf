export {
  baselinedFindings,
  baselinedMessage,
  type FindingGroup,
  findingGroups,
  groupKey,
  partlyNewMessage,
} from "./baselined-findings.js";
export { codeFrame, type FrameOptions } from "./code-frame.js";
export {
  CollectedFindings,
  countSeverity,
  type ReportedFinding,
  sourcesOf,
  treesOf,
} from "./collected-findings.js";
export { displayWidth, wholeCharacter } from "./display-width.js";
export { fingerprintOf } from "./fingerprint.js";
export { whoMakes } from "./fix-words.js";
export { partByBaseline } from "./parted-findings.js";
export { type Region, regionOf } from "./region.js";
export { lineOf } from "./statement-line.js";
export { type Paint, PLAIN_STYLE, type Style } from "./style.js";
