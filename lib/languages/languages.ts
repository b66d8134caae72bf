import { stopAt } from "@/lib/reference/checks";
import { languageProblems } from "./problems";

/** One entry of the list of languages. Versions are left out: they would be out of date before the page is. */
export type Language = {
  slug: string;
  name: string;
  /** The slug of the entry this one is another name of. */
  aliasOf?: string;
  summary: string;
  typing: string;
  runtime: string;
  frameworks: readonly string[];
  useCases: readonly string[];
  whereUsed: string;
  strengths: readonly string[];
  watchOut: readonly string[];
  packageManager: string;
  testTool: string;
  firstSteps: readonly string[];
  /** The lines of a whole program that prints a greeting. */
  hello: readonly string[];
  /** Address of the official documentation. */
  docs: string;
};

/** In the order of the source. */
export const languages: readonly Language[] = [
  {
    slug: "javascript",
    name: "JavaScript (Node.js)",
    summary: "The language of web browsers, run on the server by Node.js, where it handles many requests at once by waiting for events instead of blocking.",
    typing: "Dynamic and weak; TypeScript adds optional static checking",
    runtime: "Node.js, built on the V8 engine; also Deno and Bun",
    frameworks: ["Express", "Fastify", "NestJS", "Next.js (server-side rendering)"],
    useCases: ["Web servers", "real-time applications", "APIs"],
    whereUsed: "APIs, chat and other real-time services, web shops and the servers behind many phone apps, from start-ups to large companies.",
    strengths: [
      "One language serves the browser and the server, so you can work on both sides.",
      "It handles many slow connections at once with little memory.",
      "npm holds a package for almost any task.",
    ],
    watchOut: [
      "A long calculation blocks every other request unless a worker does it.",
      "Small packages pile up quickly, so check what you install.",
    ],
    packageManager: "npm (also pnpm, Yarn)",
    testTool: "node:test, Vitest or Jest",
    firstSteps: [
      "Install the current long-term support release of Node.js.",
      "Run a file, then write a test with the built-in test runner.",
      "Serve JSON with node:http, then with a framework.",
      "Add type checking with TypeScript.",
    ],
    hello: ["console.log(\"Hello, Milepost!\");"],
    docs: "https://nodejs.org/en/learn",
  },
  {
    slug: "python",
    name: "Python",
    summary: "A readable general-purpose language with a rich set of libraries for the web, for scripts and for data.",
    typing: "Dynamic and strong; optional type hints checked by tools such as mypy or Pyright",
    runtime: "CPython; also PyPy",
    frameworks: ["Django", "Flask", "FastAPI"],
    useCases: ["Web development (Django, Flask)", "data analysis", "automation"],
    whereUsed: "Web services, data pipelines, machine-learning services, test automation and internal tools in companies of every size.",
    strengths: [
      "Its plain syntax lets beginners think about the problem instead of the punctuation.",
      "Web, automation, data and machine learning share one language.",
      "Django brings sign-in, an admin area and database access with it.",
    ],
    watchOut: [
      "It is slower than compiled languages for heavy calculation, and threads share one interpreter lock in the standard build.",
      "Mixing the packages of different projects breaks things, so use a virtual environment each time.",
    ],
    packageManager: "pip with pyproject.toml (also uv, Poetry)",
    testTool: "pytest",
    firstSteps: [
      "Install a supported Python 3 and create a virtual environment for each project.",
      "Write functions with type hints and test them with pytest.",
      "Serve JSON with FastAPI, Flask or Django.",
      "Connect to PostgreSQL and pass all values as parameters.",
    ],
    hello: ["print(\"Hello, Milepost!\")"],
    docs: "https://docs.python.org/3/tutorial/",
  },
  {
    slug: "java",
    name: "Java",
    summary: "An object-oriented language that runs on any system with a Java virtual machine and is at home in large organisations.",
    typing: "Static and strong",
    runtime: "Java virtual machine (JVM), usually OpenJDK",
    frameworks: ["Spring Boot", "Quarkus", "Jakarta EE"],
    useCases: ["Enterprise applications", "web servers (Spring; Jakarta EE, earlier called Java EE)"],
    whereUsed: "Banking, insurance, telecoms, government, large online shops and data platforms such as Kafka.",
    strengths: [
      "The compiler finds many mistakes before the program runs.",
      "Old code keeps working for many years, and the tools are excellent.",
      "Banks, insurers and IT service companies use it widely, also in India.",
    ],
    watchOut: [
      "Frameworks such as Spring do much by annotation, so learn what happens underneath.",
      "Services need more memory and start more slowly than those in Go or Node.js.",
    ],
    packageManager: "Maven or Gradle",
    testTool: "JUnit",
    firstSteps: [
      "Install the current long-term support JDK.",
      "Create a project with Maven or Gradle.",
      "Write a record, a service class and JUnit tests.",
      "Start a small REST service with Spring Boot.",
    ],
    hello: ["public class Hello {", "    public static void main(String[] args) {", "        System.out.println(\"Hello, Milepost!\");", "    }", "}"],
    docs: "https://dev.java/learn/",
  },
  {
    slug: "ruby",
    name: "Ruby",
    summary: "A language made to please the people who write it, best known for the web framework Ruby on Rails.",
    typing: "Dynamic and strong; optional types with RBS or Sorbet",
    runtime: "CRuby (MRI); also JRuby and TruffleRuby",
    frameworks: ["Ruby on Rails", "Sinatra", "Hanami"],
    useCases: ["Web development (Ruby on Rails)", "prototyping"],
    whereUsed: "Online shops, developer platforms, booking sites and many young companies.",
    strengths: [
      "Rails gives a complete, well-ordered web application in very little code.",
      "It is quick for first versions and for small teams.",
    ],
    watchOut: [
      "Rails does much by convention, which is confusing until you learn the rules.",
      "In most places fewer teams use it than Java, JavaScript or Python.",
    ],
    packageManager: "Bundler and RubyGems",
    testTool: "Minitest or RSpec",
    firstSteps: [
      "Install a supported Ruby with a version manager.",
      "Write a class and test it with Minitest.",
      "Create a Rails application in API mode.",
      "Add a model, a migration and a test that sends a request.",
    ],
    hello: ["puts \"Hello, Milepost!\""],
    docs: "https://www.ruby-lang.org/en/documentation/",
  },
  {
    slug: "php",
    name: "PHP",
    summary: "A server language made for the web, whose code can be mixed with HTML and which runs a large share of all sites.",
    typing: "Dynamic; optional type declarations, made strict per file",
    runtime: "PHP engine, usually through FPM behind a web server",
    frameworks: ["Laravel", "Symfony"],
    useCases: ["Web development (WordPress, Laravel)", "server scripting"],
    whereUsed: "Content sites with WordPress, online shops, agencies, wikis and many company applications.",
    strengths: [
      "Almost every web host can run it, also the cheapest.",
      "Laravel and Symfony are mature and well documented.",
      "A request starts fresh and leaves little behind, which makes programs easier to follow.",
    ],
    watchOut: [
      "Old tutorials teach unsafe habits, so prefer the manual and current framework guides.",
      "Function names and argument orders in the standard library are uneven.",
    ],
    packageManager: "Composer",
    testTool: "PHPUnit or Pest",
    firstSteps: [
      "Install a supported PHP and Composer.",
      "Use strict types and write a test with PHPUnit.",
      "Create a small API with Laravel or Symfony.",
      "Run it behind nginx with PHP-FPM.",
    ],
    hello: ["<?php", "", "declare(strict_types=1);", "", "echo \"Hello, Milepost!\", PHP_EOL;"],
    docs: "https://www.php.net/manual/en/",
  },
  {
    slug: "csharp",
    name: "C# (ASP.NET)",
    summary: "Microsoft’s language for .NET, used for web services and for Windows software, and at home on Linux as well.",
    typing: "Static and strong",
    runtime: ".NET, with the common language runtime (CLR)",
    frameworks: ["ASP.NET Core"],
    useCases: ["Web development (ASP.NET)", "Windows applications"],
    whereUsed: "Company applications, finance, health care, games with Unity and services on Azure.",
    strengths: [
      "Language, framework, tools and documentation have one maker and fit together.",
      "ASP.NET Core is fast and runs on Windows, Linux and macOS.",
    ],
    watchOut: [
      "Older material is about the .NET Framework, which runs only on Windows; look for the current .NET.",
      "Much happens behind the scenes, for example dependency injection; take the time to understand it.",
    ],
    packageManager: "NuGet, with the dotnet command",
    testTool: "xUnit, NUnit or MSTest",
    firstSteps: [
      "Install the current long-term support release of the .NET SDK.",
      "Create a minimal API project with the dotnet command.",
      "Use Entity Framework Core with a migration.",
      "Test it with xUnit and an in-memory test server.",
    ],
    hello: ["Console.WriteLine(\"Hello, Milepost!\");"],
    docs: "https://learn.microsoft.com/en-us/dotnet/csharp/",
  },
  {
    slug: "go",
    name: "Go (Golang)",
    summary: "A small, statically typed language for programs that do many things at once and are delivered as a single file.",
    typing: "Static and strong",
    runtime: "Compiled to a native program that contains its own runtime and garbage collector",
    frameworks: ["net/http (standard library)", "Gin", "Echo", "chi"],
    useCases: ["Network programming", "distributed systems"],
    whereUsed: "Cloud tools such as Docker and Kubernetes, network services, payment systems and high-traffic APIs.",
    strengths: [
      "The language is small enough to learn in weeks, and all code is formatted in the same way.",
      "One program file without dependencies is easy to deploy.",
      "Goroutines make it simple to serve many requests at once.",
    ],
    watchOut: [
      "Errors are ordinary values that you must check yourself each time.",
      "Goroutines that share data without care cause races, so run tests with the race detector.",
    ],
    packageManager: "Go modules",
    testTool: "go test",
    firstSteps: [
      "Take the tour of Go.",
      "Write a package with table tests.",
      "Serve JSON with net/http from the standard library.",
      "Start goroutines and stop them with a context and a time limit.",
    ],
    hello: ["package main", "", "import \"fmt\"", "", "func main() {", "\tfmt.Println(\"Hello, Milepost!\")", "}"],
    docs: "https://go.dev/doc/",
  },
  {
    slug: "scala",
    name: "Scala",
    summary: "A language on the Java virtual machine that joins object-oriented and functional programming.",
    typing: "Static and strong, with types worked out by the compiler",
    runtime: "JVM (also Scala.js and Scala Native)",
    frameworks: ["Play Framework", "http4s", "ZIO HTTP"],
    useCases: ["Web development (Play Framework)", "data processing"],
    whereUsed: "Data platforms such as Apache Spark, finance, streaming and advertising systems.",
    strengths: [
      "Its type system expresses business rules precisely.",
      "It can use every Java library and is at home in large data processing.",
    ],
    watchOut: [
      "There are several styles, so follow the one of your team.",
      "It is seldom a first language at work; many people come to it from Java.",
    ],
    packageManager: "sbt, Scala CLI or Mill",
    testTool: "ScalaTest or MUnit",
    firstSteps: [
      "Install Scala with its official installer and run a file with Scala CLI.",
      "Write case classes and pattern matches and test them with MUnit.",
      "Create a small service with Play or http4s.",
      "Read a data file and summarise it with collections.",
    ],
    hello: ["@main def hello(): Unit =", "  println(\"Hello, Milepost!\")"],
    docs: "https://docs.scala-lang.org/",
  },
  {
    slug: "nodejs",
    name: "Node.js (JavaScript)",
    aliasOf: "javascript",
    summary: "The source lists this runtime as a language of its own: it runs JavaScript outside the browser, so both share one entry.",
    typing: "As in JavaScript",
    runtime: "Node.js itself",
    frameworks: ["Express", "Fastify", "NestJS"],
    useCases: ["Web servers", "real-time applications", "APIs"],
    whereUsed: "Web servers, real-time applications, APIs and the build tools of most front ends.",
    strengths: [
      "It brings a test runner, an HTTP server and a package manager with it.",
      "Streams and events suit services that mostly wait for the network.",
    ],
    watchOut: [
      "Use a release with long-term support (LTS) in production and note the date on which it ends.",
    ],
    packageManager: "npm (also pnpm, Yarn)",
    testTool: "node:test",
    firstSteps: [
      "Follow the first steps of JavaScript.",
      "Read how the event loop works.",
      "Measure which calls block the loop.",
      "Send a large file as a stream.",
    ],
    hello: ["console.log(`Hello from Node.js ${process.version}`);"],
    docs: "https://nodejs.org/en/learn",
  },
  {
    slug: "perl",
    name: "Perl",
    summary: "A flexible scripting language, strong in working with text, that keeps many long-lived systems running.",
    typing: "Dynamic and weak; values change their kind with the context",
    runtime: "The perl interpreter",
    frameworks: ["Mojolicious", "Dancer2", "Catalyst"],
    useCases: ["Web development", "text processing"],
    whereUsed: "System administration, bioinformatics, publishing, and older web applications that are still in use.",
    strengths: [
      "Few languages take text apart as quickly.",
      "Old programs keep working on new releases, and CPAN has a module for almost everything.",
    ],
    watchOut: [
      "The same thing can be written in many ways, so agree on a readable style.",
      "New projects rarely choose it; most work is on existing systems.",
    ],
    packageManager: "cpanm or Carton (CPAN)",
    testTool: "Test::More with prove",
    firstSteps: [
      "Install a current perl with a version manager.",
      "Switch on strict and warnings and write a test with Test::More.",
      "Read a log file with regular expressions.",
      "Serve JSON with Mojolicious.",
    ],
    hello: ["use strict;", "use warnings;", "", "print \"Hello, Milepost!\\n\";"],
    docs: "https://perldoc.perl.org/",
  },
];

stopAt("The languages cannot be used.", languageProblems(languages));

export const languageCount = languages.filter((language) => !language.aliasOf).length;

export function findLanguage(slug: string): Language | null {
  return languages.find((language) => language.slug === slug) ?? null;
}
