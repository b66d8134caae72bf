import type { Metadata } from "next";
import { requireAdmin } from "@/lib/access/admin";

export const metadata: Metadata = { title: "Administration" };

const PLACES = [
  { href: "/admin/people", name: "People", says: "Who has an account, their roles, where they are signed in, and whether they are let in." },
  { href: "/admin/invitations", name: "Invitations for instructors", says: "Let somebody make cohorts and teach them, by link or by mail." },
  { href: "/admin/jobs", name: "Sources of listings", says: "Where listings come from, when they were read, and what is held." },
  { href: "/admin/mail", name: "Mail that waits", says: "Where no mail server is set: links and notices to hand over." },
  { href: "/admin/settings", name: "Settings of the installation", says: "Its name, and who may make an account." },
  { href: "/admin/health", name: "Health", says: "The database, mail, readings of sources, and which version runs." },
  { href: "/admin/audit", name: "What was done", says: "Who looked at or changed what, and when." },
];

export default async function AdminPage() {
  await requireAdmin();
  return (
    <div className="flow">
      <h1>Administration</h1>
      <ul className="list">
        {PLACES.map(({ href, name, says }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            <p className="text-soft text-sm">{says}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
