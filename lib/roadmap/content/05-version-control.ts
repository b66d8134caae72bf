import type { StepContent } from "../roadmap";

export const versionControl = {
  slug: "version-control",
  title: "Version control",
  summary: "Use Git with confidence, alone and in review.",
  items: [
    {
      slug: "configure-git",
      title: "Configure Git and keys",
      why: "Your commits carry your name for years, and your account opens the door to your employer’s code.",
      what: "Install Git, set your name, e-mail and default branch, add an SSH key to your account on a code host, and switch on two-factor sign-in.",
      how: [
        "Set user.name, user.email and init.defaultBranch with git config --global.",
        "Create a key with ssh-keygen -t ed25519 and protect it with a passphrase.",
        "Add the public part, the file ending in .pub, to your account.",
        "Switch on two-factor sign-in and store the recovery codes safely.",
        "Create a repository, commit one file and push it.",
      ],
      proof: "Hand in the address of a repository with your first commit. It passes when the commit shows your name, you pushed it with your SSH key, and you state that two-factor sign-in is on.",
      hours: 2,
      skills: [
        "version-control",
        "security",
      ],
      prerequisites: [
        "shell-basics",
      ],
      evidence: "link",
      resources: [
        { name: "GitHub Docs: Connect with SSH", url: "https://docs.github.com/en/authentication/connecting-to-github-with-ssh" },
        { name: "Pro Git (free book)", url: "https://git-scm.com/book/en/v2" },
        { name: "GitHub Docs: Get started", url: "https://docs.github.com/en/get-started" },
      ],
    },
    {
      slug: "commit-with-purpose",
      title: "Commit small and clear",
      why: "Colleagues read the history to find out why a line exists, often years later.",
      what: "Make ten commits that each do one thing and say why it was done.",
      how: [
        "Bring one of your earlier programs into the repository.",
        "Choose the lines for each commit with git add -p.",
        "Write a short first line in the imperative, such as Reject negative amounts.",
        "Explain the reason in the body when it is not obvious.",
        "Read your own git log the next day.",
      ],
      proof: "Hand in the address of the repository. It passes when another learner can tell what changed and why from the ten messages alone, and each commit leaves the program working.",
      hours: 3,
      skills: [
        "version-control",
        "collaboration-communication",
      ],
      prerequisites: [
        "configure-git",
      ],
      evidence: "peer",
      resources: [
        { name: "Conventional Commits", url: "https://www.conventionalcommits.org/" },
        { name: "Pro Git (free book)", url: "https://git-scm.com/book/en/v2" },
      ],
    },
    {
      slug: "branch-and-merge",
      title: "Branch, merge, resolve",
      why: "In a team, changes meet every day, and a careless merge silently loses somebody’s work.",
      what: "Work on two branches, change the same lines on both, and resolve the conflict so that both intentions survive.",
      how: [
        "Create two branches from the same commit.",
        "Change the same line on both, for different reasons.",
        "Merge the first branch, then the second, and read the conflict.",
        "Edit the lines so that both purposes hold.",
        "Run the program before you commit the merge.",
      ],
      proof: "Hand in the repository with the merge. It passes when the history shows both branches and the merge, no conflict marks are left in the files, and running the program shows both changes at work.",
      hours: 4,
      skills: [
        "version-control",
      ],
      prerequisites: [
        "commit-with-purpose",
      ],
      evidence: "repo",
      resources: [
        { name: "Learn Git Branching", url: "https://learngitbranching.js.org/" },
        { name: "Pro Git (free book)", url: "https://git-scm.com/book/en/v2" },
      ],
    },
    {
      slug: "pull-request-review",
      title: "Open a pull request",
      why: "This is how nearly every change reaches the main branch in a company.",
      what: "Open a small pull request, a proposal to merge your branch that others can comment on, explain it and answer the comments.",
      how: [
        "Make a branch with one small change.",
        "Push it and open the request.",
        "Write what it does, why, and how you tested it.",
        "Ask another learner for a review.",
        "Answer every comment with a change or a reason, then merge.",
      ],
      proof: "Hand in the address of the pull request. It passes when the text says what, why and how you tried it, at least one comment was answered with a change, and it was merged.",
      hours: 4,
      skills: [
        "version-control",
        "collaboration-communication",
      ],
      prerequisites: [
        "branch-and-merge",
      ],
      evidence: "link",
      resources: [
        { name: "GitHub Docs: Pull requests", url: "https://docs.github.com/en/pull-requests" },
        { name: "Google engineering practices", url: "https://google.github.io/eng-practices/" },
      ],
    },
    {
      slug: "undo-safely",
      title: "Undo safely",
      why: "Everybody makes mistakes in Git, and knowing the way back keeps you calm.",
      what: "Use restore, revert, reset and reflog, and know which of them change history that others may already have.",
      how: [
        "Make a practice repository.",
        "Throw away an unsaved edit with git restore.",
        "Undo a pushed commit with git revert.",
        "Delete a branch, find its last commit with git reflog and bring it back.",
        "Use git reset only on commits you have not shared.",
      ],
      proof: "Hand in the commands you used to undo an edit, to undo a commit that was already pushed, and to get back a deleted branch. It passes when all three worked and you say which of the four commands rewrite history.",
      hours: 3,
      skills: [
        "version-control",
        "problem-solving",
      ],
      prerequisites: [
        "branch-and-merge",
      ],
      evidence: "text",
      resources: [
        { name: "Pro Git (free book)", url: "https://git-scm.com/book/en/v2" },
      ],
    },
    {
      slug: "keep-secrets-out",
      title: "Keep secrets out of history",
      why: "Keys pushed by accident are found and abused within minutes.",
      what: "Keep passwords and keys out of your repository, search its history for them, and write down what to do when one gets out.",
      how: [
        "List local settings files in .gitignore.",
        "Run a scanner, for example gitleaks, over all commits.",
        "Commit a fake key in a practice repository and see that deleting it does not remove it from history.",
        "Write the plan: revoke, replace, check for misuse, then clean the history.",
        "Switch on push protection on your code host, where it is offered.",
      ],
      proof: "Hand in the output of a secret scanner over the whole history and your plan of half a page. It passes when the scanner finds nothing and the first step of the plan is to make the leaked secret useless.",
      hours: 2,
      skills: [
        "version-control",
        "security",
      ],
      prerequisites: [
        "commit-with-purpose",
      ],
      evidence: "text",
      resources: [
        { name: "OWASP: Secrets management", url: "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html" },
      ],
    },
    {
      slug: "tag-and-release",
      title: "Tag a release",
      why: "Users and colleagues need to know which version they run and what is different in it.",
      what: "Give versions a number with a tag, describe what changed in a changelog and publish two releases.",
      how: [
        "Read what the three parts of a version number mean.",
        "Write a CHANGELOG file for the first version.",
        "Create the tag with git tag -a v1.0.0 and push it.",
        "Make a change, decide on the next number and release it.",
        "Link each release to its changelog entry.",
      ],
      proof: "Hand in the address of the releases. It passes when each has a tag and notes, and the second number follows from the kind of change: a fix, an addition or a break.",
      hours: 2,
      skills: [
        "version-control",
      ],
      prerequisites: [
        "commit-with-purpose",
      ],
      evidence: "link",
      resources: [
        { name: "Semantic Versioning", url: "https://semver.org/" },
        { name: "Keep a Changelog", url: "https://keepachangelog.com/" },
      ],
    },
    {
      slug: "find-a-bug-with-bisect",
      title: "Find a regression with bisect",
      why: "Halving a thousand commits takes ten steps, while reading them takes days.",
      what: "Use git bisect with a small script to find the commit that broke something.",
      how: [
        "Take a repository with at least ten commits, one of which breaks something.",
        "Write a script that ends with 0 when all is well and with 1 when it is broken.",
        "Start with git bisect start, then name one bad and one good commit.",
        "Let git bisect run call the script.",
        "Save git bisect log and end with git bisect reset.",
      ],
      proof: "Hand in the bisect log and the script. It passes when the commit it names is the one that broke the behaviour, and the search ran by itself.",
      hours: 3,
      skills: [
        "version-control",
        "problem-solving",
        "testing",
      ],
      prerequisites: [
        "undo-safely",
        "errors-and-exit-codes",
      ],
      evidence: "text",
      resources: [
        { name: "Git: bisect", url: "https://git-scm.com/docs/git-bisect" },
      ],
    },
    {
      slug: "contribute-upstream",
      title: "Contribute to another repository",
      why: "Working in a stranger’s code by a stranger’s rules is very close to the first weeks in a job.",
      what: "Make a useful change to a project you do not own, following its rules.",
      how: [
        "Choose a project you use that answers new contributors.",
        "Read its contribution guide and its open issues.",
        "Say in the issue that you would like to take it.",
        "Fork, branch, change and run its tests.",
        "Open a small pull request and be patient and polite.",
      ],
      proof: "Hand in the address of your contribution. It passes when it is open or merged, follows the project’s guide, and is more than a corrected spelling mistake, for example a fixed bug, a test or a missing piece of documentation.",
      hours: 6,
      skills: [
        "version-control",
        "collaboration-communication",
        "continuous-learning",
      ],
      prerequisites: [
        "pull-request-review",
      ],
      evidence: "link",
      resources: [
        { name: "Open Source Guides: How to contribute", url: "https://opensource.guide/how-to-contribute/" },
        { name: "GitHub Docs: Pull requests", url: "https://docs.github.com/en/pull-requests" },
      ],
    },
  ],
} satisfies StepContent;
