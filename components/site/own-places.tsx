import { SignOut } from "./sign-out";

const PLACES = [
  { href: "/evidence", name: "Evidence" },
  { href: "/plan", name: "Plan" },
  { href: "/readiness", name: "Readiness" },
  { href: "/applications", name: "Applications" },
  { href: "/cohorts", name: "Cohorts" },
  { href: "/messages", name: "Messages" },
  { href: "/settings", name: "Settings" },
];

/** What opens under the person's name: comes when it is opened. */
export function OwnPlaces() {
  return (
    <>
      <ul>
        {PLACES.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
      <SignOut />
    </>
  );
}
