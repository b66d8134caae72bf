import type { StepContent } from "../roadmap";

export const stayUpdated = {
  slug: "stay-updated",
  title: "Stay updated",
  summary: "Keep up with releases, advisories and people without drowning.",
  items: [
    {
      slug: "choose-few-sources",
      title: "Choose a few good sources",
      why: "There is more news than time, and a short list keeps you informed without stress.",
      what: "Choose at most five sources of news: for your language, your framework, your database, security and one general one.",
      how: [
        "Prefer the official release notes of what you use.",
        "Add one source that looks at the whole field.",
        "Set a time, for example twenty minutes on Friday.",
        "Write one line on what mattered.",
        "Drop a source that gave you nothing for a month.",
      ],
      proof: "Hand in the list. It passes when each source has a reason and a fixed time for reading it, and you name one source you gave up.",
      hours: 1,
      skills: [
        "continuous-learning",
      ],
      prerequisites: [
        "set-up-workspace",
      ],
      evidence: "text",
      resources: [
        { name: "Thoughtworks Technology Radar", url: "https://www.thoughtworks.com/radar" },
        { name: "Stack Overflow Developer Survey", url: "https://survey.stackoverflow.co/" },
      ],
    },
    {
      slug: "track-support-dates",
      title: "Track support dates",
      why: "Software without security fixes is an open door, and upgrades take longer than expected.",
      what: "List the versions of the language, framework, database and system you use, with the date on which each stops getting security fixes.",
      how: [
        "Ask each program for its version.",
        "Look up the end of support on the official page.",
        "Sort by date.",
        "Plan the first upgrade.",
        "Put a reminder into your calendar two months before that date.",
      ],
      proof: "Hand in the table. It passes when each date has its source and the day you looked, and one upgrade is planned before its date.",
      hours: 2,
      skills: [
        "continuous-learning",
        "security",
      ],
      prerequisites: [
        "choose-few-sources",
      ],
      evidence: "text",
      resources: [
        { name: "endoflife.date", url: "https://endoflife.date/" },
      ],
    },
    {
      slug: "upgrade-a-dependency",
      title: "Upgrade across a major version",
      why: "Old systems need this work all the time, and few beginners have ever done it.",
      what: "Upgrade one important library or the language itself across a major version, with its migration notes and your tests.",
      how: [
        "Read the migration notes from start to end.",
        "Make sure that your tests cover what you use.",
        "Upgrade nothing else at the same time.",
        "Fix the warnings first, then the errors.",
        "Write down how to go back.",
      ],
      proof: "Hand in the pull request. It passes when the pipeline is green, the description lists what had to change and why, and the changelog tells users what is different.",
      hours: 4,
      skills: [
        "continuous-learning",
        "testing",
      ],
      prerequisites: [
        "track-support-dates",
        "ci-on-every-push",
      ],
      evidence: "ci",
      resources: [
        { name: "Semantic Versioning", url: "https://semver.org/" },
        { name: "Keep a Changelog", url: "https://keepachangelog.com/" },
      ],
    },
    {
      slug: "follow-advisories",
      title: "Follow security advisories",
      why: "The time between a notice and an attack is often a few days.",
      what: "Subscribe to the security notices of what you use and handle one from the notice to the decision.",
      how: [
        "Switch on the alerts of your code host.",
        "Read one notice: which versions, which conditions, how severe.",
        "Check whether your code uses the affected part.",
        "Update, protect or accept, with a reason.",
        "Note the dates.",
      ],
      proof: "Hand in the record. It passes when it names the notice, whether and how you are affected, what you did and the dates, with no more than a week between the first and the last.",
      hours: 2,
      skills: [
        "security",
        "continuous-learning",
      ],
      prerequisites: [
        "audit-dependencies",
      ],
      evidence: "text",
      resources: [
        { name: "GitHub Advisory Database", url: "https://github.com/advisories" },
        { name: "OSV vulnerability database", url: "https://osv.dev/" },
      ],
    },
    {
      slug: "join-a-community-event",
      title: "Join an event",
      why: "Jobs, help and ideas come from people, and events are where you meet them.",
      what: "Take part in one meetup, webinar or conference session and ask one question.",
      how: [
        "Look for user groups in your city or online.",
        "Read about the speaker’s subject beforehand.",
        "Ask one question.",
        "Talk to one person afterwards.",
        "Try the one thing you chose.",
      ],
      proof: "Hand in your notes. It passes when they hold three things you learned, your question with its answer, and one thing you will try within two weeks.",
      hours: 3,
      skills: [
        "continuous-learning",
        "collaboration-communication",
      ],
      prerequisites: [
        "choose-few-sources",
      ],
      evidence: "text",
      resources: [
        { name: "Open Source Guides: How to contribute", url: "https://opensource.guide/how-to-contribute/" },
      ],
    },
    {
      slug: "answer-a-question",
      title: "Answer someone’s question",
      why: "Explaining shows you what you have not understood yet.",
      what: "Answer another person’s technical question in a forum, a group or your class, after trying your answer yourself.",
      how: [
        "Choose a question near your own experience.",
        "Repeat the problem yourself.",
        "Answer the question that was asked.",
        "Show the smallest working example.",
        "Correct yourself when you were wrong.",
      ],
      proof: "Hand in the address or a copy. It passes when your answer was tried, explains why and not only how, and the person says that it helped.",
      hours: 2,
      skills: [
        "collaboration-communication",
        "continuous-learning",
      ],
      prerequisites: [
        "ask-a-good-question",
      ],
      evidence: "link",
      resources: [
        { name: "Stack Overflow: How to ask", url: "https://stackoverflow.com/help/how-to-ask" },
      ],
    },
    {
      slug: "try-a-new-tool",
      title: "Try a new tool",
      why: "New tools appear every week, and a small, honest trial protects a team from fashion.",
      what: "Give an unfamiliar tool four hours and a question it has to answer, for example whether it would make your tests faster.",
      how: [
        "Write the question before you start.",
        "Set the four hours.",
        "Try it on a copy of something real.",
        "Look at its age, licence, upkeep and costs.",
        "Decide and write it down.",
      ],
      proof: "Hand in one page. It passes when it has the question, what you did, the result and a decision: use it, wait or drop it, with a reason.",
      hours: 4,
      skills: [
        "continuous-learning",
        "problem-solving",
      ],
      prerequisites: [
        "choose-few-sources",
      ],
      evidence: "text",
      resources: [
        { name: "Thoughtworks Technology Radar", url: "https://www.thoughtworks.com/radar" },
      ],
    },
    {
      slug: "use-ai-assistants-well",
      title: "Use AI assistants with care",
      why: "Most teams use such assistants by now, and the person who merges the code is responsible for it.",
      what: "Use an AI assistant for a change you could review yourself: describe it, test it, check it for secrets and licences, and be able to explain every line.",
      how: [
        "Write the tests or the examples first.",
        "Give it the rules and only the code it needs, and no secrets or customer data.",
        "Read every line as if a stranger had written it.",
        "Check new packages by name, because assistants invent some.",
        "Throw away what you cannot explain.",
      ],
      proof: "Hand in the pull request. It passes when its description says what was generated and how you checked it, names one mistake you found, and you can explain any line another learner points at.",
      hours: 4,
      skills: [
        "continuous-learning",
        "testing",
        "security",
      ],
      prerequisites: [
        "first-unit-tests",
        "pull-request-review",
      ],
      evidence: "peer",
      resources: [
        { name: "Google engineering practices", url: "https://google.github.io/eng-practices/" },
        { name: "OWASP Top 10 for LLM applications", url: "https://genai.owasp.org/llm-top-10/" },
      ],
    },
    {
      slug: "add-a-language-model-feature",
      title: "Add a language-model feature",
      why: "More and more listings ask for it, and few applicants can say how well their feature works.",
      what: "Add one small feature that uses a language model, for example sorting support messages, with a model on your own computer or a hosted one.",
      how: [
        "Choose a task whose result you can check.",
        "Ask for the answer in a fixed form and validate it.",
        "Set a time limit, a limit on cost and a fallback.",
        "Collect twenty cases and count.",
        "Give the model no power to act without a check.",
      ],
      proof: "Hand in the code and a table of twenty cases. It passes when the table shows how many answers were right, the feature works without the model in a simpler way, and a message that tries to give the model orders changes nothing but its own result.",
      hours: 6,
      skills: [
        "continuous-learning",
        "apis",
        "security",
      ],
      prerequisites: [
        "consume-an-api",
        "config-from-environment",
        "validate-input",
      ],
      evidence: "text",
      resources: [
        { name: "Ollama documentation", url: "https://docs.ollama.com/" },
        { name: "OWASP Top 10 for LLM applications", url: "https://genai.owasp.org/llm-top-10/" },
      ],
    },
  ],
} satisfies StepContent;
