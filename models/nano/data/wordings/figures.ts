export const FIGURES: Readonly<Record<string, readonly string[]>> = {};
