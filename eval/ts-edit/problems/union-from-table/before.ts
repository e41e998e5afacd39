export const ROLES = {
  guest: ["read"],
  author: ["read", "write"],
  editor: ["read", "write", "publish"],
  admin: ["read", "write", "publish", "delete"],
};

export type Role = string;
export type Permission = string;

/** Whether somebody with this role may do that. */
export function can(role: Role, permission: Permission): boolean {
  const permissions = ROLES[role as keyof typeof ROLES];
  return permissions.includes(permission);
}

export function describeRole(role: Role): string {
  const permissions = ROLES[role as keyof typeof ROLES];
  return `${role}: ${permissions.join(", ")}`;
}
