/** The name of the file that an include leads to, given the including file's; null where it can lead nowhere. */
export type ResolveInclude = (from: string, include: string) => string | null;

/** The URI of that file. */
export type UriOfInclude = (from: string, include: string) => string | null;
