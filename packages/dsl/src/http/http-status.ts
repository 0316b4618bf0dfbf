/** The smallest status of HTTP. */
export const SMALLEST_STATUS = 100;

/** The largest status of HTTP. */
export const LARGEST_STATUS = 599;

/** Whether a rule can ask for the status. An example may record any other integer: systems do answer with some. */
export function isHttpStatus(status: number): boolean {
  return status >= SMALLEST_STATUS && status <= LARGEST_STATUS;
}
