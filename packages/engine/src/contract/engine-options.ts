/** An engine was to be made with an option that it cannot work with. The message names it and what it may be. */
export class EngineOptionError extends Error {
  override readonly name = "EngineOptionError";
  readonly code = "option_invalid";
  /** As its caller writes it, such as `limits.threads`. */
  readonly option: string;

  constructor(option: string, message: string) {
    super(message);
    this.option = option;
  }
}

/**
 * Throws {@link EngineOptionError} for the first of these that is not a whole number, from `least` on where it has one,
 * else from 0 on. Those that are undefined are not said. `within`: the option that these are part of.
 */
export function refuseUnlessWhole(
  numbers: object,
  { within, least = {} }: { within?: string; least?: Readonly<Record<string, number>> } = {},
): void {
  for (const [name, value] of Object.entries(numbers)) {
    const from = least[name] ?? 0;
    if (value === undefined || (Number.isSafeInteger(value) && value >= from)) continue;
    const option = within === undefined ? name : `${within}.${name}`;
    throw new EngineOptionError(
      option,
      `${option} is ${value}: it must be a whole number of at least ${from}`,
    );
  }
}
