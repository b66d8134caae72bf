export const skills = [
  {
    slug: "programming-languages",
    name: "Programming languages",
    summary: "Write correct programs in at least one back-end language, read a second one, and ask databases questions in SQL.",
  },
  {
    slug: "server-side-frameworks",
    name: "Server-side frameworks",
    summary: "Build services with a well-known framework of the chosen language and follow its habits.",
  },
  {
    slug: "apis",
    name: "APIs (REST and GraphQL)",
    summary: "Design, build, describe and use interfaces over HTTP, in the REST and the GraphQL way.",
  },
  {
    slug: "web-servers",
    name: "Web servers",
    summary: "Configure a web server or reverse proxy, with encryption, static files and shared load.",
  },
  {
    slug: "database-management",
    name: "Database management",
    summary: "Model data, write and tune queries, add indexes, change schemas safely and restore backups.",
  },
  {
    slug: "version-control",
    name: "Version control (Git)",
    summary: "Use Git alone and in a team: commits, branches, reviews and releases.",
  },
  {
    slug: "authentication-authorization",
    name: "Authentication and authorization",
    summary: "Sign people in safely and decide what each of them may do.",
  },
  {
    slug: "testing",
    name: "Testing",
    summary: "Write unit and integration tests that can be trusted, and use them to change code calmly.",
  },
  {
    slug: "security",
    name: "Security practices",
    summary: "Prevent the common kinds of weakness and keep libraries, secrets and data safe.",
  },
  {
    slug: "ssr-templates",
    name: "Server-side rendering and templates",
    summary: "Render pages on the server with a template engine or a framework that does both sides.",
  },
  {
    slug: "containers-orchestration",
    name: "Containers and orchestration",
    summary: "Pack services into containers and keep them running with an orchestrator.",
  },
  {
    slug: "frontend-basics",
    name: "Front-end basics",
    summary: "Know enough HTML, CSS and JavaScript to work well with front-end developers.",
  },
  {
    slug: "collaboration-communication",
    name: "Collaboration and communication",
    summary: "Work in a team, write clearly and keep plans visible in an issue tracker.",
  },
  {
    slug: "problem-solving",
    name: "Problem solving",
    summary: "Break problems down, find faults step by step and reason about cost.",
  },
  {
    slug: "continuous-learning",
    name: "Continuous learning",
    summary: "Keep skills current and plan what to learn next.",
  },
  {
    slug: "cloud-platforms",
    name: "Cloud platforms",
    summary: "Run services on a public cloud with few permissions and a budget.",
  },
  {
    slug: "ci-cd",
    name: "CI/CD",
    summary: "Let pipelines build, test, release and roll back.",
  },
  {
    slug: "observability",
    name: "Monitoring and logging",
    summary: "Log, measure, trace and alert, and learn from incidents.",
  },
  {
    slug: "linux-networking",
    name: "Linux and networking",
    summary: "Look after a Linux machine: shell, processes, ports, names and encryption.",
  },
  {
    slug: "performance-scalability",
    name: "Performance and scalability",
    summary: "Measure, cache, queue and scale a service.",
  },
  {
    slug: "technical-leadership",
    name: "Technical leadership",
    summary: "Plan delivery, teach, review, decide and explain what a choice costs.",
  },
  {
    slug: "blockchain-basics",
    name: "Blockchain basics",
    summary: "Understand ledgers, keys and smart contracts, and where they do not help.",
  },
] as const satisfies readonly { slug: string; name: string; summary: string }[];

export type SkillSlug = (typeof skills)[number]["slug"];

/** A named competency that items train and listings ask for. */
export type Skill = {
  slug: SkillSlug;
  name: string;
  summary: string;
};

export function isSkillSlug(value: string): value is SkillSlug {
  return skills.some((skill) => skill.slug === value);
}

export function findSkill(slug: string): Skill | null {
  return skills.find((skill) => skill.slug === slug) ?? null;
}

/** The first of them are in the source; the rest were added because roles ask for them. */
export const SKILLS_OF_SOURCE = 15;
