import { defineEntry } from "../catalogue-entry.js";

export interface SuccessByStatusAlone {
  /** A status that the rule takes, and that only says that the request arrived. */
  readonly status: number;
}

export const successByStatusAlone = defineEntry({
  name: "success-by-status-alone",
  severity: "warning",
  refuses: false,
  message: ({ status }: SuccessByStatusAlone) =>
    `every answer with status ${status} is a success here; ${
      status >= 300
        ? "a redirect says nothing of the lead: forms send the same one for good and bad"
        : `${status} often only means that the request arrived`
    }, so look at the body, too`,
  page: {
    what: "A success rule asks for a status that only says that the request arrived (200, 202, 203 or a redirect, 3xx), or for a range with such a status in it, and for nothing else.",
    why: "Many systems answer every request with 200 and say only in the body whether they took the lead. Then each rejection counts as a sold lead. The finding is silent where the file's examples show rejections, and only with other statuses; 201 (created) and 204 are left alone.",
    wrong: 'success status 200\nexample 200 "OK 17" is success\n',
    right: 'success status 200 and exact "OK *"\nexample 200 "OK 17" is success\n',
    fix: "Add a test of the body with and. If the system really says no by the status alone, record such a rejection as an example (one with the name made-up does not count), or say so: # responses-ignore success-by-status-alone: the reason.",
  },
});
