import type { StepContent } from "../roadmap";

export const softSkills = {
  slug: "soft-skills",
  title: "Soft skills",
  summary: "Work well with people: explain, write, plan, review, ask.",
  items: [
    {
      slug: "ask-a-good-question",
      title: "Ask a question that gets answered",
      why: "A clear question gets an answer in minutes, and writing it often solves the problem.",
      what: "Describe a technical problem with the smallest example that shows it, what you expected, what happened and what you tried.",
      how: [
        "Cut the code down until every line matters.",
        "Write what you expected and what happened, with the exact message.",
        "List what you tried.",
        "Name the versions.",
        "Say thanks, and write down what the solution was.",
      ],
      proof: "Hand in the address or a copy of the question and its answers. It passes when someone answered without first having to ask for details.",
      hours: 2,
      skills: [
        "collaboration-communication",
        "problem-solving",
      ],
      prerequisites: [
        "debug-with-a-debugger",
      ],
      evidence: "link",
      resources: [
        { name: "Stack Overflow: How to ask", url: "https://stackoverflow.com/help/how-to-ask" },
        { name: "Stack Overflow: Minimal reproducible example", url: "https://stackoverflow.com/help/minimal-reproducible-example" },
      ],
    },
    {
      slug: "break-down-a-problem",
      title: "Break down a problem",
      why: "Nobody hands you exact instructions at work; turning wishes into tasks is part of the job.",
      what: "Turn a vague request, such as we need a booking system, into small tasks, risks and open questions.",
      how: [
        "Ask who needs it and what they do today.",
        "Write the smallest version that would help.",
        "Cut it into tasks, each with a visible result.",
        "Write down what could go wrong.",
        "Order the tasks so that the riskiest questions come first.",
      ],
      proof: "Hand in the list and the comments of another learner. It passes when each task can be done in a day or less and says how to tell that it is done, and at least three open questions are named.",
      hours: 3,
      skills: [
        "problem-solving",
        "collaboration-communication",
      ],
      prerequisites: [
        "first-command-line-app",
      ],
      evidence: "peer",
      resources: [
        { name: "GitHub Docs: Issues and Projects", url: "https://docs.github.com/en/issues" },
      ],
    },
    {
      slug: "write-a-readme",
      title: "Write a README others can use",
      why: "People decide within a minute whether they can use your work.",
      what: "Write a README, the first page of a project, with its purpose, how to start, the settings, how to run the tests and the limits.",
      how: [
        "Say in two sentences what it does and for whom.",
        "Give the commands to start, in order, ready to copy.",
        "List the settings and an example of each.",
        "Say how to run the tests and what is missing.",
        "Watch someone follow it and repair what stops them.",
      ],
      proof: "Ask someone who has never seen the project to start it. It passes when it runs on their computer within ten minutes and you did not have to help.",
      hours: 3,
      skills: [
        "collaboration-communication",
      ],
      prerequisites: [
        "first-command-line-app",
      ],
      evidence: "peer",
      resources: [
        { name: "Diátaxis documentation framework", url: "https://diataxis.fr/" },
        { name: "Google technical writing courses", url: "https://developers.google.com/tech-writing" },
      ],
    },
    {
      slug: "write-a-design-note",
      title: "Write a one-page design note",
      why: "In a year, people will ask why it was done this way, and you may have left.",
      what: "Write one page about a technical decision: the situation, the choice, the other options and the consequences.",
      how: [
        "Choose a decision you really have to make.",
        "Write the situation and the limits.",
        "Describe three options.",
        "Choose one and name what it costs.",
        "Ask for comments before you build.",
      ],
      proof: "Hand in the note. It passes when two rejected options are described fairly with the reason for each, one drawback of your choice is named, and a reviewer understands it without asking you.",
      rubric: [
        "Two rejected options are described fairly, with the reason for each.",
        "One drawback of the choice is named.",
        "It is understood without asking.",
      ],
      hours: 4,
      skills: [
        "collaboration-communication",
        "technical-leadership",
      ],
      prerequisites: [
        "layer-the-code",
      ],
      evidence: "instructor",
      resources: [
        { name: "Architectural decision records", url: "https://adr.github.io/" },
      ],
    },
    {
      slug: "work-from-a-board",
      title: "Work from a board",
      why: "Most teams plan on such boards, often with Scrum or Kanban, and expect you to keep yours up to date.",
      what: "Plan two weeks of your work on a board with columns such as to do, doing and done, in GitHub Projects, Jira or a similar tool.",
      how: [
        "Read how a sprint works in Scrum, and what a limit means in Kanban.",
        "Turn your tasks into cards with a visible result.",
        "Take one card at a time.",
        "Move cards on the day things happen.",
        "At the end, say what went well and what you will change.",
      ],
      proof: "Hand in the address or pictures from the start, the middle and the end. It passes when each card is linked to its commits, never more than two cards were in doing, and you wrote a short note on every third day.",
      hours: 3,
      skills: [
        "collaboration-communication",
      ],
      prerequisites: [
        "break-down-a-problem",
        "commit-with-purpose",
      ],
      evidence: "link",
      resources: [
        { name: "GitHub Docs: Issues and Projects", url: "https://docs.github.com/en/issues" },
        { name: "Jira guides", url: "https://www.atlassian.com/software/jira/guides" },
        { name: "The Scrum Guide", url: "https://scrumguides.org/" },
      ],
    },
    {
      slug: "estimate-and-compare",
      title: "Estimate and compare",
      why: "Managers plan with your numbers, and honest ones make you trustworthy.",
      what: "Estimate five tasks before you start, record the real time and explain the differences.",
      how: [
        "Estimate as a range, for example two to four hours.",
        "Write down what you assume.",
        "Record time while you work, not from memory.",
        "Compare and look for a pattern.",
        "Use last time’s numbers for the next estimate.",
      ],
      proof: "Hand in the table. It passes when it has five tasks with estimate, real time and reason, and names one change in how you will estimate.",
      hours: 3,
      skills: [
        "problem-solving",
        "technical-leadership",
      ],
      prerequisites: [
        "work-from-a-board",
      ],
      evidence: "text",
      resources: [
        { name: "GitHub Docs: Issues and Projects", url: "https://docs.github.com/en/issues" },
      ],
    },
    {
      slug: "review-someones-code",
      title: "Review someone’s code",
      why: "Reviewing is a daily duty, and one of the quickest ways to learn.",
      what: "Review another learner’s pull request: first whether it is correct, then whether it is clear, and mark each comment as required or optional.",
      how: [
        "Read the description and the tests first.",
        "Run the change.",
        "Ask questions instead of giving orders.",
        "Mark matters of taste as optional.",
        "Reply within a day.",
      ],
      proof: "Hand in the address of the review. It passes when you ran the change, found at least one real problem, praised one thing, and the author says the review helped.",
      hours: 3,
      skills: [
        "collaboration-communication",
        "version-control",
        "technical-leadership",
      ],
      prerequisites: [
        "pull-request-review",
      ],
      evidence: "peer",
      resources: [
        { name: "Google engineering practices", url: "https://google.github.io/eng-practices/" },
      ],
    },
    {
      slug: "pair-on-a-task",
      title: "Pair on a task",
      why: "Pairing spreads knowledge faster than any document.",
      what: "Work on one task together with another learner, one typing and one thinking ahead, and swap regularly.",
      how: [
        "Agree on the task and on the end time.",
        "Share the screen or the editor.",
        "Think aloud and swap every twenty minutes.",
        "Commit together.",
        "Talk for five minutes about how it went.",
      ],
      proof: "Hand in a note written together. It passes when each of you led and typed once, the task is finished, and each names two things learned from the other.",
      hours: 3,
      skills: [
        "collaboration-communication",
      ],
      prerequisites: [
        "pull-request-review",
      ],
      evidence: "peer",
      resources: [
        { name: "GitHub Docs: Pull requests", url: "https://docs.github.com/en/pull-requests" },
      ],
    },
    {
      slug: "demo-in-five-minutes",
      title: "Demo in five minutes",
      why: "Good work that nobody understands is easily overlooked.",
      what: "Show working software in five minutes, beginning with the problem of the person who uses it.",
      how: [
        "Begin with one sentence about the user’s problem.",
        "Show one path from start to end.",
        "Prepare data and a fallback recording.",
        "Leave the code out unless somebody asks.",
        "End with what comes next.",
      ],
      proof: "Show it live or as a recording. It passes when it stays within five minutes, something real runs, and two listeners can say afterwards what it does and for whom.",
      rubric: [
        "It stays within five minutes.",
        "Something real runs.",
        "Two listeners can say afterwards what it does and for whom.",
      ],
      hours: 3,
      skills: [
        "collaboration-communication",
      ],
      prerequisites: [
        "crud-endpoints",
      ],
      evidence: "instructor",
      resources: [
        { name: "Google technical writing courses", url: "https://developers.google.com/tech-writing" },
      ],
    },
    {
      slug: "lead-a-small-delivery",
      title: "Lead a small delivery",
      why: "Leading begins long before anyone gives you the title.",
      what: "Lead two or three people for two weeks: plan, remove obstacles, decide and report progress.",
      how: [
        "Agree on a goal that fits into two weeks.",
        "Cut it into tasks and let people choose.",
        "Meet for ten minutes every second day.",
        "Decide when the group is stuck, and write down why.",
        "Look back together at the end.",
      ],
      proof: "Hand in the plan, two short reports, the notes of your look back together and the result. It passes when something usable was finished, the reports named problems early, and the others agree with your account.",
      rubric: [
        "Something usable was finished.",
        "The reports named problems early.",
        "The others agree with the account.",
      ],
      hours: 10,
      skills: [
        "technical-leadership",
        "collaboration-communication",
      ],
      prerequisites: [
        "estimate-and-compare",
        "write-a-design-note",
        "review-someones-code",
      ],
      evidence: "instructor",
      resources: [
        { name: "Google engineering practices", url: "https://google.github.io/eng-practices/" },
        { name: "The Scrum Guide", url: "https://scrumguides.org/" },
      ],
    },
  ],
} satisfies StepContent;
