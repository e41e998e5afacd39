export type Factory<T = unknown> = (resolve: (name: string) => unknown) => T;

const factories = new Map<string, Factory>();
const instances = new Map<string, unknown>();
const resolving: string[] = [];

export function register(name: string, factory: Factory): void {
  if (factories.has(name)) throw new Error(`${name} is registered already`);
  factories.set(name, factory);
}

/** The one instance of a service: made when it is first asked for. */
export function resolve(name: string): unknown {
  if (instances.has(name)) return instances.get(name);
  const factory = factories.get(name);
  if (factory === undefined) throw new Error(`nothing is registered as ${name}`);
  if (resolving.includes(name)) throw new Error(`circle: ${[...resolving, name].join(" -> ")}`);
  resolving.push(name);
  try {
    const instance = factory(resolve);
    instances.set(name, instance);
    return instance;
  } finally {
    resolving.pop();
  }
}

export function names(): string[] {
  return [...factories.keys()].sort();
}
