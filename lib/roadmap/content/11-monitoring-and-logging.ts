import type { StepContent } from "../roadmap";

export const monitoringAndLogging = {
  slug: "monitoring-and-logging",
  title: "Monitoring and logging",
  summary: "See what a service does, notice trouble early and learn from it.",
  items: [
    {
      slug: "structured-logs",
      title: "Write structured logs",
      why: "When something breaks, the log is often the only witness.",
      what: "Write one log line per request as JSON, with time, level, method, route, status and duration, so that a program can filter it.",
      how: [
        "Choose a logging library that writes JSON.",
        "Write to standard output and let the platform collect it.",
        "Use the route pattern, such as /orders/:id, next to the full path.",
        "Choose levels with care: error means that somebody should look.",
        "Filter with jq or a small script.",
      ],
      proof: "Hand in the log of twenty requests and two filters. It passes when each request has exactly one summary line, every line is valid JSON, and you list all failed requests and all slow ones with one command each.",
      hours: 3,
      skills: [
        "observability",
      ],
      prerequisites: [
        "first-framework-service",
      ],
      evidence: "cli",
      resources: [
        { name: "OWASP: Logging", url: "https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html" },
        { name: "OpenTelemetry: Observability primer", url: "https://opentelemetry.io/docs/concepts/observability-primer/" },
      ],
    },
    {
      slug: "correlate-requests",
      title: "Follow one request",
      why: "A user who can name the id of a failed request saves you an hour of searching.",
      what: "Give each request an id, write it in every log line, pass it on to the next service and return it to the caller.",
      how: [
        "Use the caller’s traceparent header, or create an id.",
        "Keep it where every log line can reach it.",
        "Add it to outgoing calls.",
        "Return it in the answer and show it in error messages.",
        "Accept ids from outside only in the right form and length.",
      ],
      proof: "Hand in the logs of two services. It passes when one search for an id shows every line of that request in both, and the caller received the id in a header.",
      hours: 3,
      skills: [
        "observability",
      ],
      prerequisites: [
        "structured-logs",
        "consume-an-api",
      ],
      evidence: "cli",
      resources: [
        { name: "W3C Trace Context", url: "https://www.w3.org/TR/trace-context/" },
        { name: "OpenTelemetry: Observability primer", url: "https://opentelemetry.io/docs/concepts/observability-primer/" },
      ],
    },
    {
      slug: "log-privacy",
      title: "Keep private data out of logs",
      why: "Logs are copied to many places and read by many people, and laws on personal data apply to them too.",
      what: "Keep passwords, tokens, phone numbers and identity numbers such as Aadhaar out of your logs.",
      how: [
        "List which personal data your service touches.",
        "Log ids instead of names and numbers.",
        "Mask known fields in one place.",
        "Keep secrets out of addresses, because addresses are logged everywhere.",
        "Send planted values through every route and search.",
      ],
      proof: "Hand in your log after a test run with planted values. It passes when a search finds none of them, including in error messages and addresses, and you can still follow a request.",
      hours: 2,
      skills: [
        "observability",
        "security",
      ],
      prerequisites: [
        "structured-logs",
      ],
      evidence: "cli",
      resources: [
        { name: "OWASP: Logging", url: "https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html" },
      ],
    },
    {
      slug: "health-and-readiness",
      title: "Report health honestly",
      why: "Load balancers and clusters decide by these answers where to send users.",
      what: "Offer two addresses: one says that the process is alive, the other that it can do its work now.",
      how: [
        "Answer the first without touching anything outside the process.",
        "Check the database in the second, with a short time limit.",
        "Answer 503 while starting and stopping.",
        "Show no internals in the answer.",
        "Stop the database and watch both.",
      ],
      proof: "Hand in a session. It passes when stopping the database turns only the second one to 503, starting it again turns it back to 200, and both answer within a second.",
      hours: 2,
      skills: [
        "observability",
        "web-servers",
      ],
      prerequisites: [
        "query-from-code",
        "first-framework-service",
      ],
      evidence: "cli",
      resources: [
        { name: "Kubernetes: Probes", url: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/" },
      ],
    },
    {
      slug: "metrics-endpoint",
      title: "Expose metrics",
      why: "Numbers over time show trouble before users write to you.",
      what: "Count requests and errors and measure durations per route, and offer them at an address that Prometheus, a program that collects numbers over time, can read.",
      how: [
        "Use the Prometheus library of your language.",
        "Add a counter for requests, with the status as a label.",
        "Add a histogram for durations.",
        "Use the route pattern as the label and group unknown paths.",
        "Keep user ids out of labels.",
      ],
      proof: "Hand in the output of the address. It passes when it shows the three series with method, route and status, and a thousand random paths do not create a thousand new series.",
      hours: 4,
      skills: [
        "observability",
        "performance-scalability",
      ],
      prerequisites: [
        "structured-logs",
      ],
      evidence: "cli",
      resources: [
        { name: "Prometheus: Getting started", url: "https://prometheus.io/docs/tutorials/getting_started/" },
        { name: "Prometheus: Metric and label naming", url: "https://prometheus.io/docs/practices/naming/" },
        { name: "Google SRE: Monitoring", url: "https://sre.google/sre-book/monitoring-distributed-systems/" },
      ],
    },
    {
      slug: "build-a-dashboard",
      title: "Build a dashboard",
      why: "Under pressure, a team needs one screen that answers whether users are suffering.",
      what: "Show the request rate, the share of errors, the durations and the load of the machine on one screen.",
      how: [
        "Start Prometheus and Grafana with containers.",
        "Ask for the rate of requests and the share of errors.",
        "Show the middle and the 95th percentile of durations.",
        "Add memory and processor.",
        "Run the load test and take the picture.",
      ],
      proof: "Hand in a picture taken during a load test with an explanation. It passes when all four can be read with their units, the durations show percentiles, and you explain the spike.",
      hours: 4,
      skills: [
        "observability",
      ],
      prerequisites: [
        "metrics-endpoint",
        "first-load-test",
      ],
      evidence: "text",
      resources: [
        { name: "Grafana documentation", url: "https://grafana.com/docs/grafana/latest/" },
        { name: "Prometheus: Getting started", url: "https://prometheus.io/docs/tutorials/getting_started/" },
      ],
    },
    {
      slug: "alert-that-matters",
      title: "Make an alert that matters",
      why: "People stop reading alerts that fire without a cause.",
      what: "Create one alert for something users feel, such as too many failed requests, with a link to a runbook, the steps to take.",
      how: [
        "Choose a symptom, not a cause such as a busy processor.",
        "Set the share of failures and how long it must last.",
        "Write the first three steps of the runbook.",
        "Break the service on purpose and wait for the message.",
        "Remove or change an alert that nobody had to act on.",
      ],
      proof: "Hand in the rule, the runbook and a message from a drill. It passes when the alert fires within minutes in the drill, ends by itself afterwards and stays quiet for a normal week.",
      hours: 3,
      skills: [
        "observability",
      ],
      prerequisites: [
        "metrics-endpoint",
      ],
      evidence: "text",
      resources: [
        { name: "Prometheus: Alerting", url: "https://prometheus.io/docs/alerting/latest/overview/" },
        { name: "Google SRE: Monitoring", url: "https://sre.google/sre-book/monitoring-distributed-systems/" },
      ],
    },
    {
      slug: "trace-a-request",
      title: "Trace a request",
      why: "With several services involved, guessing which one is slow takes days.",
      what: "Record a trace, the timed parts of one request, through your API, the database and an outside call with OpenTelemetry.",
      how: [
        "Add the OpenTelemetry libraries for your framework and driver.",
        "Send the traces to a local viewer such as Jaeger.",
        "Call a slow route and open its trace.",
        "Add a span, a timed part, of your own around one calculation.",
        "Fix the slowest part and compare.",
      ],
      proof: "Hand in a picture of one trace before and one after a change. It passes when the API, the database and the outside call can be told apart, the slowest part is named, and the second trace shows that it became faster.",
      hours: 5,
      skills: [
        "observability",
        "performance-scalability",
      ],
      prerequisites: [
        "correlate-requests",
      ],
      evidence: "text",
      resources: [
        { name: "OpenTelemetry documentation", url: "https://opentelemetry.io/docs/" },
      ],
    },
    {
      slug: "track-errors",
      title: "Track errors",
      why: "Users rarely report errors; they leave.",
      what: "Collect unexpected errors in one place with the version, the route and the number of times they happened, so that identical errors form one entry.",
      how: [
        "Choose an error tracker, a hosted or a self-hosted one.",
        "Report errors from the final error handler.",
        "Add the version and remove personal data.",
        "Plant an error and call it ten times.",
        "Decide who looks at new entries, and when.",
      ],
      proof: "Hand in a picture or an export. It passes when ten identical planted errors appear as one entry with a count of ten, its version and the place in the code, and without personal data.",
      hours: 2,
      skills: [
        "observability",
      ],
      prerequisites: [
        "errors-and-shutdown",
      ],
      evidence: "text",
      resources: [
        { name: "Sentry documentation", url: "https://docs.sentry.io/" },
        { name: "OpenTelemetry documentation", url: "https://opentelemetry.io/docs/" },
      ],
    },
    {
      slug: "incident-drill",
      title: "Run an incident drill",
      why: "Every service fails one day, and practised teams fail for minutes instead of hours.",
      what: "Let someone break your service, find the cause with your logs and numbers, repair it and write a review that blames nobody.",
      how: [
        "Ask a friend to choose a fault and not to tell you.",
        "Take notes with times from the first sign on.",
        "Help the users first, then look for the cause.",
        "Repair it and check from outside.",
        "Write the review on the next day.",
      ],
      proof: "Hand in the review. It passes when it has a timeline, the effect on users, the cause, what went well and two improvements with a date, and no sentence blames a person.",
      rubric: [
        "The timeline, the effect on users and the cause are there.",
        "It says what went well.",
        "Two improvements have a date.",
        "No sentence blames a person.",
      ],
      hours: 4,
      skills: [
        "observability",
        "collaboration-communication",
        "problem-solving",
      ],
      prerequisites: [
        "alert-that-matters",
      ],
      evidence: "instructor",
      resources: [
        { name: "Google SRE: Postmortem culture", url: "https://sre.google/sre-book/postmortem-culture/" },
      ],
    },
  ],
} satisfies StepContent;
