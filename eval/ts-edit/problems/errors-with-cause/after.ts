export class ImportError extends Error {
  override readonly name = "ImportError";
}

export interface User {
  readonly name: string;
  readonly age: number;
}

export function parseUser(line: string): User {
  const [name, age] = line.split(",");
  if (age === undefined) throw new SyntaxError("expected name,age");
  if (!/^\d+$/.test(age.trim())) throw new RangeError(`${age.trim()} is no age`);
  return { name: name.trim(), age: Number(age) };
}

export function importUsers(text: string): User[] {
  return text.split("\n").map((line, index) => {
    try {
      return parseUser(line);
    } catch (error) {
      throw new ImportError(`line ${index + 1}: ${(error as Error).message}`, { cause: error });
    }
  });
}

export async function importFile(path: string, read: (path: string) => Promise<string>): Promise<User[]> {
  let text: string;
  try {
    text = await read(path);
  } catch (error) {
    throw new ImportError(`could not open ${path}`, { cause: error });
  }
  return importUsers(text);
}
