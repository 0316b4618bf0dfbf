/** What the members of a line are called that hold a response. */
export interface LineNames {
  readonly status: string;
  readonly body: string;
}

export const USUAL_NAMES: LineNames = { status: "status", body: "body" };

/** Whether they are those that many lines are read by at once. */
export function areUsual({ status, body }: LineNames): boolean {
  return status === USUAL_NAMES.status && body === USUAL_NAMES.body;
}
