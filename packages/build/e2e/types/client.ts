import { match, rules } from "./anything.responses";

const { outcome, label } = match({ status: 200, body: "" });
const said: "success" | "reject" | "error" | "unmapped" = outcome;
const first: number | undefined = rules[0]?.line;

export { first, label, said };
