import { defineEntry } from "../catalogue-entry.js";

export const successByStatusAlone = defineEntry({
  name: "success-by-status-alone",
  severity: "warning",
  refuses: false,
  message: (_parameters: Readonly<Record<never, never>>) =>
    "every answer with status 200 is a success here; 200 often only means that the request arrived, so look at the body, too",
  page: {
    what: "A success rule asks for status 200, or for a range of statuses with 200 in it, and for nothing else.",
    why: "Many systems answer every request with 200 and say only in the body whether they took the lead. Then each rejection counts as a sold lead.",
    wrong: 'success status 200\nexample 200 "OK 17" is success\n',
    right: 'success status 200 and word "OK"\nexample 200 "OK 17" is success\n',
    fix: "Add a test of the body with and. If the system really says no by the status alone, say so: # responses-ignore success-by-status-alone: the reason.",
  },
});
