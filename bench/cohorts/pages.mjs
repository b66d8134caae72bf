const COHORT = "/teach/cohorts/bench-1";

/**
 * What is measured, as whom, and the limits: milliseconds to the last byte, and thousands of bytes with gzip. `from` is the
 * smallest installation that has the people for it. `grows`: how many times its limit it may take with more than 1,000 learners.
 */
export const PAGES = [
  { name: "grid, 50 of 300 learners", path: `${COHORT}/grid`, as: "teacher", ms: 30, kb: 40, grows: 1.5 },
  { name: "grid, 50 of 1,000", path: "/teach/cohorts/bench-of-1000/grid", as: "office", ms: 30, kb: 40, grows: 1.5 },
  { name: "grid, 50 of 5,000", path: "/teach/cohorts/bench-of-5000/grid", as: "office", from: 100_000 },
  { name: "grid, the same by activity", path: `${COHORT}/grid?sort=last`, as: "teacher" },
  { name: "grid, by done in step 3", path: `${COHORT}/grid?sort=done&step=master-server-side-programming`, as: "teacher" },
  { name: "grid.csv, 1,000 learners", path: "/teach/cohorts/bench-of-1000/grid.csv", as: "office", ms: 300, file: true },
  { name: "grid.csv, 5,000 learners", path: "/teach/cohorts/bench-of-5000/grid.csv", as: "office", ms: 1_500, file: true, from: 100_000 },
  { name: "Today, three cohorts of 300", path: "/teach", as: "teacher", ms: 60 },
  { name: "Today of one cohort", path: COHORT, as: "teacher" },
  { name: "stuck", path: `${COHORT}/stuck`, as: "teacher" },
  { name: "items", path: `${COHORT}/items`, as: "teacher" },
  { name: "learner", path: ({ learnerId }) => `${COHORT}/learners/${learnerId}`, as: "teacher" },
  { name: "review queue", path: `${COHORT}/reviews`, as: "teacher" },
  { name: "a learner's home", path: "/home", as: "learner" },
  { name: "GET /api/progress", path: "/api/progress", as: "learner" },
  { name: "plan", path: "/plan", as: "learner" },
  { name: "evidence", path: "/evidence", as: "learner" },
  { name: "applications", path: "/applications", as: "learner" },
  { name: "messages", path: "/messages", as: "learner" },
  { name: "sign-ins and devices", path: "/settings", as: "learner" },
  { name: "listings", path: "/jobs", as: "nobody" },
  { name: "administration", path: "/admin", as: "admin" },
  { name: "people", path: "/admin/people", as: "admin" },
  { name: "people, by a name", path: "/admin/people?who=kulkarni", as: "admin" },
  { name: "people, by an address", path: "/admin/people?who=learner-777%40bench", as: "admin" },
  { name: "people, instructors", path: "/admin/people?kind=instructors", as: "admin" },
  { name: "audit", path: "/admin/audit", as: "admin" },
  { name: "audit, of a person", path: "/admin/audit?who=learner-777%40bench", as: "admin" },
  { name: "audit, of a rare kind", path: "/admin/audit?what=roster", as: "admin" },
  { name: "audit, up to a day", path: ({ longAgo }) => `/admin/audit?to=${longAgo}`, as: "admin" },
  { name: "mail that waits", path: "/admin/mail", as: "admin" },
  { name: "health", path: "/admin/health", as: "admin" },
  { name: "sign-in: a page without SQL", path: "/sign-in", as: "nobody", floor: true },
];
