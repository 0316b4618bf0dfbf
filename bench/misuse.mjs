/** What was asked for cannot be done as it was asked; the message says so to whoever asked. */
export class Misuse extends Error {}
