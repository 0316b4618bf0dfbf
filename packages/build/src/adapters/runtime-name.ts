/** The name by which modules import the runtime that they share. That of another version is another, and stays so until it is built again. */
export const RUNTIME_NAME = /^responses-runtime-[0-9a-f]{8}\.mjs$/;
