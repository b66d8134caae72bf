import { stopAt } from "./checks";
import { responsibilityProblems } from "./problems";

export type Responsibility = {
  slug: string;
  title: string;
  summary: string;
  /** Slugs of the items where it is practised. */
  items: readonly string[];
};

export const responsibilities: readonly Responsibility[] = [
  {
    slug: "server-side-logic",
    title: "Server-side logic",
    summary: "Write the code that decides what an application does: its rules, its algorithms and the data structures they work on.",
    items: ["layer-the-code", "first-framework-service", "data-structures-and-cost"],
  },
  {
    slug: "database-management",
    title: "Database management",
    summary: "Design, build and look after databases, tune their queries and keep the data correct.",
    items: ["model-entities", "index-and-explain", "transactions-in-practice"],
  },
  {
    slug: "api-development",
    title: "API development",
    summary: "Make and maintain the interfaces through which the parts of an application, and services outside it, talk to each other.",
    items: ["crud-endpoints", "openapi-contract", "consume-an-api"],
  },
  {
    slug: "security-implementation",
    title: "Security",
    summary: "Protect the data and the application, find and fix weaknesses, and keep the protection up to date.",
    items: ["object-level-access", "stop-injection", "audit-dependencies"],
  },
  {
    slug: "integration",
    title: "Joining front end and server",
    summary: "Work with front-end developers, so that what people see and what the server does fit together.",
    items: ["small-web-client", "design-resources", "html-css-javascript"],
  },
  {
    slug: "scalability-and-performance",
    title: "Scale and performance",
    summary: "Prepare the application for more users, and watch and improve how the server performs.",
    items: ["tune-performance", "balance-load", "key-value-cache"],
  },
  {
    slug: "code-review",
    title: "Code review and collaboration",
    summary: "Read the changes of others and let them read yours; work with front-end developers, designers and system administrators.",
    items: ["review-someones-code", "pull-request-review"],
  },
  {
    slug: "troubleshooting",
    title: "Troubleshooting and debugging",
    summary: "Find and fix bugs, errors and slow spots, and test the code so that it can be relied on.",
    items: ["debug-with-a-debugger", "reproduce-before-fixing", "incident-drill"],
  },
  {
    slug: "version-control",
    title: "Version control",
    summary: "Keep track of changes with Git or a similar system, and work on the same code as a team.",
    items: ["commit-with-purpose", "branch-and-merge"],
  },
  {
    slug: "documentation",
    title: "Documentation",
    summary: "Write down how the code, the processes and the architecture work, and describe APIs for those who use them.",
    items: ["write-a-readme", "write-a-design-note", "openapi-contract"],
  },
  {
    slug: "best-practices",
    title: "Best practices",
    summary: "Keep to coding standards, and follow how good practice and tools change.",
    items: ["lint-and-format", "choose-few-sources"],
  },
  {
    slug: "working-with-devops",
    title: "Working with DevOps",
    summary: "Work with the people who run the service on deployment, continuous integration and infrastructure.",
    items: ["deploy-on-merge", "ci-on-every-push", "infrastructure-as-code"],
  },
];

stopAt("The responsibilities cannot be used.", responsibilityProblems(responsibilities));
