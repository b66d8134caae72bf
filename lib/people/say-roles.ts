/** "Admin, instructor"; whoever is neither is a learner. */
export function sayRoles({ admin, instructor }: { admin: boolean; instructor: boolean }): string {
  const roles = [admin ? "admin" : "", instructor ? "instructor" : ""].filter(Boolean).join(", ") || "learner";
  return roles.charAt(0).toUpperCase() + roles.slice(1);
}
