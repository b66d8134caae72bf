import { Crumbs } from "@/components/site/crumbs";
import type { Asking } from "./asking";

/** What the readiness is for. */
export function AskingHeader({ asking: { kind, title, about, href, closed } }: { asking: Asking }) {
  return (
    <>
      <Crumbs trail={[{ name: "Readiness", href: "/readiness" }]} here={{ name: title, href }} />
      <header className="flow">
        <h1>Your readiness for {title}</h1>
        <p className="lead">{about}</p>
        {closed && <p className="note">This listing is closed. What it asked still stands here.</p>}
        <p>
          <a href={href}>{kind === "role" ? "What the role is" : "The listing"}</a>
        </p>
      </header>
    </>
  );
}
