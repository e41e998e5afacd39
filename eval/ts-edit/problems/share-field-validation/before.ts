export interface User {
  readonly name: string;
  readonly email: string;
}

export interface Team {
  readonly title: string;
  readonly members: number;
}

export class FieldError extends Error {}

export function parseUser(data: Record<string, unknown>): User {
  const name = data.name;
  if (typeof name !== "string" || name.trim() === "") {
    throw new FieldError("name must be a text that is not empty");
  }
  if (name.trim().length > 50) {
    throw new FieldError("name must have at most 50 characters");
  }
  const email = data.email;
  if (typeof email !== "string" || email.trim() === "") {
    throw new FieldError("email must be a text that is not empty");
  }
  if (email.trim().length > 200) {
    throw new FieldError("email must have at most 200 characters");
  }
  return { name: name.trim(), email: email.trim().toLowerCase() };
}

export function parseTeam(data: Record<string, unknown>): Team {
  const title = data.title;
  if (typeof title !== "string" || title.trim() === "") {
    throw new FieldError("title must be a text that is not empty");
  }
  if (title.trim().length > 80) {
    throw new FieldError("title must have at most 80 characters");
  }
  const members = Number(data.members);
  if (!Number.isInteger(members) || members < 1) {
    throw new FieldError("members must be a number from 1 on");
  }
  return { title: title.trim(), members };
}
