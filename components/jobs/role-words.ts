/** What a title says when it is of a role: lib/jobs/role.ts in words, in the order in which its rules are read. */
export const ROLE_SIGNS: readonly { role: string; says: string }[] = [
  { role: "blockchain-developer-backend", says: "blockchain, Web3, Solidity or smart contract" },
  { role: "backend-team-lead", says: "lead, manager or head of engineering, software, back end, a platform, technology or a team" },
  { role: "devops-engineer-backend", says: "DevOps, DevSecOps, SRE, site reliability, release, infrastructure or platform engineer" },
  { role: "cloud-engineer-backend", says: "cloud, AWS, Azure or GCP, with engineer, developer, architect, administrator or consultant" },
  { role: "full-stack-developer", says: "full stack, MERN, MEAN or MEVN" },
  { role: "database-developer", says: "database, SQL, PL/SQL, Oracle, Postgres or MongoDB, with developer, engineer, administrator, programmer or architect; or DBA" },
  { role: "backend-api-developer", says: "API, integration or middleware, with developer, engineer or architect" },
  { role: "systems-engineer-backend", says: "distributed systems, systems engineer, programmer or developer" },
  {
    role: "software-engineer-backend",
    says: "back end with engineer, SDE or SWE; a back-end language or framework with engineer; or software or application engineer, when its text asks for at least two of: server-side frameworks, APIs, databases, web servers, performance, containers",
  },
  { role: "backend-developer", says: "back end or server side; or a back-end language or framework with developer or programmer" },
];
