export const RENDERING: Readonly<Record<string, readonly string[]>> = {};
