import { stopAt } from "./checks";
import { questionProblems } from "./problems";

export type Question = {
  slug: string;
  question: string;
  /** Paragraphs. */
  answer: readonly string[];
  /** Where to read on: paths of our own pages. */
  more: readonly { name: string; href: string }[];
};

export const questions: readonly Question[] = [
  {
    slug: "what-is-back-end",
    question: "What is back-end development?",
    answer: [
      "It is the work on what runs on the server. The server takes in what people send, stores it, works with it and sends back what they need.",
      "An example: you send a form. The server checks your answers, stores them in a database and may use them to send you an e-mail. You see the form; the rest is back end.",
    ],
    more: [{ name: "Front end and back end compared", href: "/front-end-vs-back-end" }],
  },
  {
    slug: "what-skills",
    question: "What skills does a back-end developer need?",
    answer: [
      "At least one server-side language, such as Python, or JavaScript with Node.js. Beside it: databases, how web servers work, APIs and security.",
      "Each skill here has a page with the items that train it.",
    ],
    more: [
      { name: "Skills", href: "/skills" },
      { name: "Languages", href: "/languages" },
    ],
  },
  {
    slug: "which-databases",
    question: "Which databases do back-end developers commonly use?",
    answer: [
      "MySQL and PostgreSQL are common relational databases. MongoDB is a common document database, Redis a common key-value store.",
      "Begin with a relational one: step 2 of the roadmap does, and comes to the other two kinds later.",
    ],
    more: [{ name: "Step 2: Understand databases", href: "/roadmap/understand-databases" }],
  },
  {
    slug: "software-engineer-or-back-end-developer",
    question: "How does a software engineer differ from a back-end developer?",
    answer: [
      "Software engineer is the wider word: it covers many kinds of work, back-end development among them. A back-end developer works mainly on the server side, with databases, APIs and server logic.",
      "Job titles are used loosely. Read what a listing asks for, not only what it is called.",
    ],
    more: [{ name: "Roles", href: "/roles" }],
  },
  {
    slug: "is-it-easy",
    question: "Is back-end development easy?",
    answer: [
      "That depends on you and on whether you have programmed before. It takes steady practice, and it can be done in small pieces.",
      "The roadmap gives an estimate of the hours for every item, so that you can plan. You may be quicker or slower; both are normal.",
    ],
    more: [{ name: "The roadmap", href: "/roadmap" }],
  },
  {
    slug: "good-career",
    question: "Is it a good career?",
    answer: [
      "Web applications need people who build their server side, and the work can be satisfying. Whether it suits you is for you to judge: nobody can promise you a job.",
      "Look at what roles ask for and at the salary figures, and mind how old those figures are.",
    ],
    more: [
      { name: "Roles", href: "/roles" },
      { name: "Salaries", href: "/salaries" },
    ],
  },
];

stopAt("The questions cannot be used.", questionProblems(questions));
