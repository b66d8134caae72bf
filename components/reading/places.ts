/** The pages that anyone can read, in the order of a list. The roadmap itself is in the main navigation. */
export const places = [
  { href: "/skills", name: "Skills" },
  { href: "/languages", name: "Languages" },
  { href: "/roles", name: "Roles" },
  { href: "/salaries", name: "Salaries" },
  { href: "/responsibilities", name: "Responsibilities" },
  { href: "/front-end-vs-back-end", name: "Front end and back end" },
  { href: "/questions", name: "Questions" },
  { href: "/glossary", name: "Glossary" },
] as const;

/** The pages about Milepost itself. */
export const aboutPlaces = [
  { href: "/privacy", name: "Privacy" },
  { href: "/accessibility", name: "Accessibility" },
] as const;
