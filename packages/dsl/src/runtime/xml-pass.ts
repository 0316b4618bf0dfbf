import type { BodyPass } from "./body-pass.js";
import { createScannerPass } from "./scanner-pass.js";
import { createXmlAutomaton } from "./xml-automaton.js";
import { XmlReading } from "./xml-reading.js";
import { XML_SCAN_BINARY } from "./xml-scan-binary.generated.js";
import type { XmlPath } from "./xml-steps.js";

/** A pass that picks what each of the paths picks, as `pickXml` has it. */
export function createXmlPass(paths: readonly XmlPath[]): BodyPass {
  return createScannerPass(
    XML_SCAN_BINARY,
    paths.length,
    (encoder) => createXmlAutomaton(paths, encoder),
    (own, body, notes) => new XmlReading(own, body, notes),
  );
}
