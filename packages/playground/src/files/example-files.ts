import { STARTER_FILE } from "@responses/dsl/editor";
import boberdoo from "../../../../examples/boberdoo.responses";
import hubspotForms from "../../../../examples/hubspot-forms.responses";
import leadbyte from "../../../../examples/leadbyte.responses";
import leadconduit from "../../../../examples/leadconduit.responses";
import nmi from "../../../../examples/nmi.responses";
import ringbaRtb from "../../../../examples/ringba-rtb.responses";
import httpErrors from "../../../../examples/shared/http-errors.responses";
import soapAddlead from "../../../../examples/soap-addlead.responses";

/** A mapping that can be chosen to begin with. */
export interface ExampleMapping {
  readonly title: string;
  readonly text: string;
}

/** What the readme shows: the editor underlines the keyword, and has two ways to mend it. */
const WITH_A_MISTAKE = `system "Acme Insurance"

success keyword "valid"
reject  json "$.reason" exact "no-match" as "No Demand"

capture price from json "$.price"

example 200 '{"response":"valid","price":12.50}'         is success with price "12.50"
example 200 '{"response":"refused","reason":"no-match"}' is reject "No Demand"
`;

/** The mappings to choose from; the first is what the page opens with. */
export const EXAMPLE_MAPPINGS: readonly [ExampleMapping, ...ExampleMapping[]] = [
  { title: "A file to start from", text: STARTER_FILE },
  { title: "LeadByte: JSON with a code", text: leadbyte },
  { title: "LeadConduit: 201 even for failures", text: leadconduit },
  { title: "HubSpot forms: JSON and statuses", text: hubspotForms },
  { title: "Ringba RTB: a bid, compared as a number", text: ringbaRtb },
  { title: "boberdoo: XML", text: boberdoo },
  { title: "SOAP: namespaces and faults", text: soapAddlead },
  { title: "NMI: a form, name=value&…", text: nmi },
  { title: "A rule with a mistake to fix", text: WITH_A_MISTAKE },
];

/** The files that mappings of the page can include, by their paths from the mapping. */
export const INCLUDABLE_FILES: Readonly<Record<string, string>> = {
  "shared/http-errors.responses": httpErrors,
};
