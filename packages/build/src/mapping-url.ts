/** What a hook gives for a module. */
export interface LoadedSource {
  readonly format: string;
  readonly source?: string | ArrayBuffer | Uint8Array | null;
  readonly shortCircuit?: boolean;
}

/** Whether the URL of a module is that of a mapping file. */
export function isMappingUrl(url: string): boolean {
  return /^file:[^?#]*\.responses(?:[?#]|$)/.test(url);
}
