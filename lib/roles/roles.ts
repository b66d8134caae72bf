import { stopAt } from "@/lib/reference/checks";
import type { Band } from "@/lib/reference/salaries";
import { skills, type SkillSlug } from "@/lib/skills/skills";
import { roleProblems } from "./problems";

/** How well a role asks for a skill. */
export const LEVELS = {
  aware: "can explain it and has tried it once",
  working: "can do it alone on ordinary tasks",
  strong: "can do it well, explain the choices and help others",
} as const;

export type Level = keyof typeof LEVELS;

type RoleSkill = {
  skill: SkillSlug;
  /** Share of the role, in hundredths; those of one role add up to 100. */
  weight: number;
  level: Level;
};

export type Role = {
  slug: string;
  name: string;
  summary: string;
  /** What the days are made of. */
  work: readonly string[];
  /** The band in which it is usually held first. */
  typicalBand: Band["level"];
  skills: readonly RoleSkill[];
};

/** In the order of the source. Weights, levels and bands are an editorial judgement, not a measurement. */
export const roles: readonly Role[] = [
  {
    slug: "software-engineer-backend",
    name: "Software Engineer (Backend)",
    summary: "Designs the logic that runs on the server, shapes the data it works with and makes sure that it fits what the front end needs.",
    work: [
      "Turns a need into server code that other people can read and change.",
      "Designs data and rules, and chooses between solutions by what they cost.",
      "Tests the work and agrees interfaces with the people who build the front end.",
    ],
    typicalBand: "entry",
    skills: [
      { skill: "programming-languages", weight: 16, level: "strong" },
      { skill: "problem-solving", weight: 13, level: "strong" },
      { skill: "server-side-frameworks", weight: 12, level: "working" },
      { skill: "database-management", weight: 12, level: "working" },
      { skill: "apis", weight: 12, level: "working" },
      { skill: "testing", weight: 9, level: "working" },
      { skill: "version-control", weight: 8, level: "working" },
      { skill: "security", weight: 5, level: "aware" },
      { skill: "collaboration-communication", weight: 4, level: "aware" },
      { skill: "containers-orchestration", weight: 3, level: "aware" },
      { skill: "performance-scalability", weight: 3, level: "aware" },
      { skill: "frontend-basics", weight: 3, level: "aware" },
    ],
  },
  {
    slug: "backend-developer",
    name: "Backend Developer",
    summary: "Writes the server code of a product, looks after its data and builds the interfaces that web pages and apps call, together with front-end colleagues.",
    work: [
      "Adds and changes endpoints, and the queries behind them.",
      "Looks after sign-in, access rules and the data of a product.",
      "Finds out why something is slow or wrong, and mends it with a test.",
    ],
    typicalBand: "entry",
    skills: [
      { skill: "programming-languages", weight: 15, level: "strong" },
      { skill: "server-side-frameworks", weight: 14, level: "strong" },
      { skill: "database-management", weight: 14, level: "strong" },
      { skill: "apis", weight: 14, level: "strong" },
      { skill: "authentication-authorization", weight: 8, level: "working" },
      { skill: "testing", weight: 8, level: "working" },
      { skill: "version-control", weight: 8, level: "working" },
      { skill: "security", weight: 5, level: "aware" },
      { skill: "problem-solving", weight: 4, level: "aware" },
      { skill: "collaboration-communication", weight: 4, level: "aware" },
      { skill: "web-servers", weight: 3, level: "aware" },
      { skill: "frontend-basics", weight: 3, level: "aware" },
    ],
  },
  {
    slug: "full-stack-developer",
    name: "Full Stack Developer",
    summary: "Builds features from the page to the database and is at home on both sides, with real strength on the server.",
    work: [
      "Builds one feature on both sides: the page, the endpoint and the table.",
      "Decides what the server renders and what the browser does.",
      "Keeps forms, sign-in and errors in step on both sides.",
    ],
    typicalBand: "entry",
    skills: [
      { skill: "programming-languages", weight: 13, level: "working" },
      { skill: "frontend-basics", weight: 16, level: "strong" },
      { skill: "server-side-frameworks", weight: 12, level: "working" },
      { skill: "apis", weight: 12, level: "working" },
      { skill: "database-management", weight: 11, level: "working" },
      { skill: "ssr-templates", weight: 8, level: "working" },
      { skill: "authentication-authorization", weight: 7, level: "working" },
      { skill: "version-control", weight: 7, level: "working" },
      { skill: "testing", weight: 7, level: "working" },
      { skill: "collaboration-communication", weight: 4, level: "aware" },
      { skill: "security", weight: 3, level: "aware" },
    ],
  },
  {
    slug: "database-developer",
    name: "Database Developer",
    summary: "Designs, builds and looks after databases, so that data stays correct, protected and quick to find.",
    work: [
      "Designs tables, keys and constraints, and changes them without losing data.",
      "Finds slow queries, reads their plans and adds the right index.",
      "Plans backups, and tries to restore them.",
    ],
    typicalBand: "mid",
    skills: [
      { skill: "database-management", weight: 42, level: "strong" },
      { skill: "programming-languages", weight: 12, level: "working" },
      { skill: "performance-scalability", weight: 12, level: "working" },
      { skill: "security", weight: 8, level: "working" },
      { skill: "problem-solving", weight: 8, level: "working" },
      { skill: "testing", weight: 6, level: "aware" },
      { skill: "version-control", weight: 5, level: "aware" },
      { skill: "observability", weight: 4, level: "aware" },
      { skill: "collaboration-communication", weight: 3, level: "aware" },
    ],
  },
  {
    slug: "systems-engineer-backend",
    name: "Systems Engineer (Backend)",
    summary: "Sets up the servers behind a product and keeps them reliable: configuration, tuning, shared load and availability.",
    work: [
      "Sets up machines, web servers and names, and writes down how.",
      "Watches load, disks and errors, and acts before people notice.",
      "Plans for the failure of a machine, and practises it.",
    ],
    typicalBand: "mid",
    skills: [
      { skill: "linux-networking", weight: 20, level: "strong" },
      { skill: "web-servers", weight: 16, level: "strong" },
      { skill: "observability", weight: 14, level: "strong" },
      { skill: "performance-scalability", weight: 12, level: "working" },
      { skill: "cloud-platforms", weight: 10, level: "working" },
      { skill: "containers-orchestration", weight: 9, level: "working" },
      { skill: "security", weight: 8, level: "working" },
      { skill: "problem-solving", weight: 6, level: "aware" },
      { skill: "programming-languages", weight: 5, level: "aware" },
    ],
  },
  {
    slug: "backend-api-developer",
    name: "Backend API Developer",
    summary: "Creates and maintains the REST or GraphQL interfaces through which the front end and other systems talk to the server.",
    work: [
      "Agrees a contract for an interface and describes it in OpenAPI or GraphQL.",
      "Protects each endpoint: who may call it, how often and with which data.",
      "Changes interfaces without breaking the programs that use them.",
    ],
    typicalBand: "entry",
    skills: [
      { skill: "apis", weight: 30, level: "strong" },
      { skill: "authentication-authorization", weight: 13, level: "working" },
      { skill: "server-side-frameworks", weight: 12, level: "working" },
      { skill: "programming-languages", weight: 10, level: "working" },
      { skill: "testing", weight: 10, level: "working" },
      { skill: "database-management", weight: 9, level: "working" },
      { skill: "security", weight: 7, level: "working" },
      { skill: "version-control", weight: 5, level: "aware" },
      { skill: "performance-scalability", weight: 4, level: "aware" },
    ],
  },
  {
    slug: "cloud-engineer-backend",
    name: "Cloud Engineer (Backend)",
    summary: "Brings applications to AWS, Azure or Google Cloud, runs them there and keeps an eye on speed, safety and cost.",
    work: [
      "Brings services to a provider and describes them in files.",
      "Gives each service as few permissions as it needs.",
      "Watches what runs and what it costs, and removes what nobody uses.",
    ],
    typicalBand: "mid",
    skills: [
      { skill: "cloud-platforms", weight: 30, level: "strong" },
      { skill: "containers-orchestration", weight: 14, level: "strong" },
      { skill: "linux-networking", weight: 12, level: "working" },
      { skill: "ci-cd", weight: 10, level: "working" },
      { skill: "security", weight: 9, level: "working" },
      { skill: "observability", weight: 9, level: "working" },
      { skill: "programming-languages", weight: 8, level: "working" },
      { skill: "performance-scalability", weight: 5, level: "aware" },
      { skill: "version-control", weight: 3, level: "aware" },
    ],
  },
  {
    slug: "backend-team-lead",
    name: "Backend Team Lead or Manager",
    summary: "Leads a group of back-end developers: plans projects, reviews code, helps people grow and keeps good habits alive.",
    work: [
      "Plans the work with the team and with the people who asked for it.",
      "Reviews code and designs, and explains what a choice costs.",
      "Helps people learn, and looks after how the team works together.",
    ],
    typicalBand: "senior",
    skills: [
      { skill: "technical-leadership", weight: 28, level: "strong" },
      { skill: "collaboration-communication", weight: 18, level: "strong" },
      { skill: "problem-solving", weight: 10, level: "working" },
      { skill: "programming-languages", weight: 8, level: "working" },
      { skill: "apis", weight: 8, level: "working" },
      { skill: "database-management", weight: 7, level: "working" },
      { skill: "security", weight: 6, level: "aware" },
      { skill: "ci-cd", weight: 5, level: "aware" },
      { skill: "performance-scalability", weight: 5, level: "aware" },
      { skill: "version-control", weight: 5, level: "aware" },
    ],
  },
  {
    slug: "devops-engineer-backend",
    name: "DevOps Engineer (Backend)",
    summary: "Automates the way from a change to production, with pipelines, infrastructure and steady delivery.",
    work: [
      "Builds pipelines that test, release and roll back.",
      "Describes machines, networks and clusters as code.",
      "Makes failures visible, and helps to learn from them.",
    ],
    typicalBand: "mid",
    skills: [
      { skill: "ci-cd", weight: 24, level: "strong" },
      { skill: "containers-orchestration", weight: 18, level: "strong" },
      { skill: "cloud-platforms", weight: 14, level: "strong" },
      { skill: "linux-networking", weight: 12, level: "working" },
      { skill: "observability", weight: 12, level: "working" },
      { skill: "security", weight: 7, level: "working" },
      { skill: "programming-languages", weight: 6, level: "aware" },
      { skill: "version-control", weight: 5, level: "aware" },
      { skill: "collaboration-communication", weight: 2, level: "aware" },
    ],
  },
  {
    slug: "blockchain-developer-backend",
    name: "Blockchain Developer (Backend)",
    summary: "Builds applications on a blockchain and the services around them that store, check and serve their data.",
    work: [
      "Writes smart contracts, and tests them before they can no longer be changed.",
      "Builds services that read events from a chain and serve them to an app.",
      "Keeps keys safe, and says where an ordinary database is the better choice.",
    ],
    typicalBand: "mid",
    skills: [
      { skill: "blockchain-basics", weight: 26, level: "strong" },
      { skill: "programming-languages", weight: 16, level: "strong" },
      { skill: "security", weight: 14, level: "strong" },
      { skill: "apis", weight: 10, level: "working" },
      { skill: "testing", weight: 9, level: "working" },
      { skill: "problem-solving", weight: 9, level: "working" },
      { skill: "database-management", weight: 6, level: "aware" },
      { skill: "authentication-authorization", weight: 5, level: "aware" },
      { skill: "version-control", weight: 5, level: "aware" },
    ],
  },
];

stopAt("The roles cannot be used.", roleProblems(roles));

/** The greatest weight in any role, so that pictures of different roles can be compared. */
export const greatestWeight = Math.max(...roles.flatMap((role) => role.skills.map((asked) => asked.weight)));

export function findRole(slug: string): Role | null {
  return roles.find((role) => role.slug === slug) ?? null;
}

/** The skills a role asks for, the weightiest first. */
export function skillsOf(role: Role) {
  return role.skills
    .map((asked) => ({ ...asked, name: skills.find((skill) => skill.slug === asked.skill)?.name ?? asked.skill }))
    .sort((a, b) => b.weight - a.weight);
}

/** The roles that ask for a skill, those in which it weighs most first. */
export function rolesAsking(skill: SkillSlug) {
  return roles
    .flatMap((role) => role.skills.filter((asked) => asked.skill === skill).map(({ weight, level }) => ({ role, weight, level })))
    .sort((a, b) => b.weight - a.weight);
}
