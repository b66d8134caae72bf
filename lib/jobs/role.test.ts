import { expect, test } from "vitest";
import { roles } from "@/lib/roles/roles";
import { ROLE_RULES, roleOf } from "./role";

test.each([
  ["backend-developer", ["Backend Developer", "Back-end Developer (Django)", "Java Developer", "Sr. Java Developer", "Go Developer", "Node.js Developer", ".NET Developer", "ASP.NET Core Developer", "C# Programmer", "PHP Laravel Developer", "Ruby on Rails Developer", "Server-side Developer", "后端开发工程师", "Java开发工程师"]],
  ["software-engineer-backend", ["Software Engineer, Backend", "Back End Engineer", "SDE II - Backend", "Java Engineer", "C# Engineer", "NodeJS Engineer", "Python/Django Engineer", "Mobile Backend Engineer"]],
  ["full-stack-developer", ["Full Stack Developer", "Fullstack Engineer", "Full-Stack Engineer (React/Node)", "Java Full Stack Developer", "MERN Stack Developer", "全栈工程师"]],
  ["devops-engineer-backend", ["DevOps Engineer", "Dev-Ops Engineer", "Site Reliability Engineer", "SRE", "Platform Engineer", "运维工程师"]],
  ["cloud-engineer-backend", ["AWS Cloud Engineer", "Cloud Architect", "Azure Developer"]],
  ["database-developer", ["Database Administrator", "SQL Developer", "PL/SQL Developer", "Oracle DBA", "MongoDB DBA", "Senior Database Engineer"]],
  ["backend-api-developer", ["API Developer", "REST API Engineer", "Integration Engineer"]],
  ["systems-engineer-backend", ["Distributed Systems Engineer", "Systems Engineer", "Systems Software Engineer"]],
  ["backend-team-lead", ["Backend Team Lead", "Engineering Manager", "Tech Lead", "Technical Lead - Java", "Lead Backend Engineer", "Head of Engineering"]],
  ["blockchain-developer-backend", ["Blockchain Developer", "Smart Contract Engineer", "Web3 Backend Engineer"]],
])("%s is told by %j", (role, titles) => {
  expect(titles.map((title) => [title, roleOf(title, [])])).toEqual(titles.map((title) => [title, role]));
});

test.each([
  "Frontend Developer", "React Developer", "JavaScript Developer", "Android Developer (Kotlin)", "iOS Developer", "QA Engineer", "Backend QA Engineer", "Backend Test Engineer", "Java Automation Tester", "API Tester",
  "API Product Manager", "Cloud Security Engineer", "Sales Engineer, Cloud", "Data Engineer", "Data Scientist (Python)", "Machine Learning Engineer", "Network Engineer", "IT Systems Engineer", "Embedded Systems Engineer",
  "Support Engineer (Java)", "Java Trainer", "Go-to-Market Engineer", "Go to Market Developer", "Marketing Back-end Coordinator", "Back office executive", "Salesforce Developer", "前端工程师", "",
])("“%s” is none of the ten, whatever skills it asks for", (title) => {
  expect([roleOf(title, []), roleOf(title, ["apis"])]).toEqual([null, null]);
});

test.each(["Software Engineer", "Software Developer", "SDE 1", "Application Developer", "Trainee Software Engineer"])("“%s” is one of the back end when two skills of servers are asked", (title) => {
  expect([roleOf(title, ["apis"]), roleOf(title, ["apis", "database-management"])]).toEqual([null, "software-engineer-backend"]);
});

test("every rule names a role that there is, and every role has a rule", () => {
  expect(new Set(ROLE_RULES.map(({ role }) => role))).toEqual(new Set(roles.map(({ slug }) => slug)));
});
