/** Bundles the playground into static files in this folder. */
export function buildPlayground(folder: string): Promise<void>;
