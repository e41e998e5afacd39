/** An engine was created with an invalid option. The message names the option and its valid values. */
export class EngineOptionError extends Error {
  override readonly name = "EngineOptionError";
  readonly code = "option_invalid";
  /** The option's path, such as `limits.threads`. */
  readonly option: string;

  constructor(option: string, message: string) {
    super(message);
    this.option = option;
  }
}

/**
 * Throws {@link EngineOptionError} for the first of these that is not a whole number of at least `least` (default 0).
 * Undefined ones are skipped. `within`: the option that contains these.
 */
export function requireWholeNumbers(
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
