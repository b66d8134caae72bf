export type Aspect = { aspect: string; frontEnd: string; backEnd: string };

/** The front end compared with the back end. */
export const comparison: readonly Aspect[] = [
  {
    aspect: "Responsibility",
    frontEnd: "What people see and touch on a site or in an app.",
    backEnd: "What the server does: its operations, the databases and the logic of the application.",
  },
  {
    aspect: "Languages",
    frontEnd: "HTML, CSS and JavaScript.",
    backEnd: "Python, Ruby, Java, PHP and C#, and JavaScript through Node.js.",
  },
  {
    aspect: "Focus",
    frontEnd: "The interface and how it feels to use (UI and UX).",
    backEnd: "What the server can do, and the rules of the business.",
  },
  {
    aspect: "Tools",
    frontEnd: "Text editors, browsers and design tools.",
    backEnd: "Development environments (IDEs), databases and tools for managing servers.",
  },
  {
    aspect: "Frameworks",
    frontEnd: "React, Angular and Vue.js.",
    backEnd: "Django and Flask in Python, Ruby on Rails, and Express in JavaScript.",
  },
  {
    aspect: "Testing",
    frontEnd: "Tests in browsers and of the user interface.",
    backEnd: "Tests of servers, databases and APIs.",
  },
  {
    aspect: "Security",
    frontEnd: "The safety of what runs on the user’s side.",
    backEnd: "The safety of the server and of the data.",
  },
  {
    aspect: "Works with",
    frontEnd: "Designers of interfaces and experiences.",
    backEnd: "Front-end developers, database administrators and system administrators.",
  },
  {
    aspect: "Examples",
    frontEnd: "Layouts that fit every screen, and animations.",
    backEnd: "APIs, databases and business logic.",
  },
];
