type Elements = HTMLElementTagNameMap;

/** Returns the element with this id. Throws if the page has none, or if it has another tag. */
export function element<Tag extends keyof Elements>(id: string, tag: Tag): Elements[Tag] {
  const found = document.querySelector(`${tag}#${id}`);
  if (found === null) throw new Error(`the page has no ${tag} with the id ${id}`);
  return found as Elements[Tag];
}

export function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name) as SVGElement;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}

export function fillSelect(
  select: HTMLSelectElement,
  options: readonly { value: string; text: string }[],
): void {
  select.replaceChildren(...options.map(({ value, text }) => new Option(text, value)));
}

/** Formats a time with its unit, such as "12 ms". */
export function milliseconds(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return `${withoutUnit(value)} ms`;
}

/** Formats milliseconds without the unit, for tables that name it in the heading. */
export function withoutUnit(value: number): string {
  return value < 10 ? value.toFixed(1) : whole.format(value);
}

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
