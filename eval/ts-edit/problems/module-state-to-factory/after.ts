export type Factory<T = unknown> = (resolve: (name: string) => unknown) => T;

export interface Registry {
  register(name: string, factory: Factory): void;
  /** The one instance of a service: made when it is first asked for. */
  resolve(name: string): unknown;
  names(): string[];
}

export function createRegistry(): Registry {
  const factories = new Map<string, Factory>();
  const instances = new Map<string, unknown>();
  const resolving: string[] = [];

  function register(name: string, factory: Factory): void {
    if (factories.has(name)) throw new Error(`${name} is registered already`);
    factories.set(name, factory);
  }

  function resolve(name: string): unknown {
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

  function names(): string[] {
    return [...factories.keys()].sort();
  }

  return { register, resolve, names };
}
