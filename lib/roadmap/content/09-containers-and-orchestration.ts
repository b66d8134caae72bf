import type { StepContent } from "../roadmap";

export const containersAndOrchestration = {
  slug: "containers-and-orchestration",
  title: "Containerization and orchestration",
  summary: "Package services, run them together, and take first steps in Kubernetes.",
  items: [
    {
      slug: "run-an-image",
      title: "Run an existing image",
      why: "Containers let you start any database or tool in a minute and leave no mess behind.",
      what: "Run a database in a container, a packed program with its own file system, with a volume for its data and a port, read its log and remove it.",
      how: [
        "Install Docker or Podman.",
        "Pull the image of PostgreSQL and start it with -e, -p and -v.",
        "Connect and insert a row.",
        "Read the log and look inside with exec.",
        "Remove the container, start a new one and read the row.",
      ],
      proof: "Hand in the commands and their output. It passes when a row you inserted is still there after the container was removed and started again with the same volume.",
      hours: 2,
      skills: [
        "containers-orchestration",
      ],
      prerequisites: [
        "crud-in-sql",
      ],
      evidence: "text",
      resources: [
        { name: "Docker: Get started", url: "https://docs.docker.com/get-started/" },
      ],
    },
    {
      slug: "write-a-dockerfile",
      title: "Write a Dockerfile",
      why: "An image runs the same on your computer, in tests and in production.",
      what: "Write a Dockerfile, the recipe for an image of your own service, with its lines in an order that makes repeated builds quick.",
      how: [
        "Start from an official image of your language.",
        "Copy the list of libraries and install them first.",
        "Copy your code afterwards.",
        "Set the command in its list form, so that stop signals reach your program.",
        "Build, run, change a line and build again.",
      ],
      proof: "Hand in the file and two build logs. It passes when the container answers requests, its settings come from the environment, and after a change to your code the second build takes the installed libraries from the cache.",
      hours: 4,
      skills: [
        "containers-orchestration",
      ],
      prerequisites: [
        "run-an-image",
        "config-from-environment",
      ],
      evidence: "repo",
      resources: [
        { name: "Docker: Get started", url: "https://docs.docker.com/get-started/" },
        { name: "Docker: Build best practices", url: "https://docs.docker.com/build/building/best-practices/" },
      ],
    },
    {
      slug: "slim-and-safe-image",
      title: "Make it small and safe",
      why: "Small images start faster and give an attacker less to work with.",
      what: "Make the image small and safe with a build in several stages, a user other than root, an ignore file and a pinned base version.",
      how: [
        "Build in one stage and copy only the result into the last.",
        "Create a user and switch to it with USER.",
        "Write a .dockerignore file.",
        "Pin the base image by version or digest.",
        "Run it with --read-only and a temporary folder where needed.",
      ],
      proof: "Hand in the Dockerfile with sizes before and after. It passes when the image is clearly smaller, the process does not run as root, it works with a read-only file system, and no secret or .git folder is inside.",
      hours: 4,
      skills: [
        "containers-orchestration",
        "security",
      ],
      prerequisites: [
        "write-a-dockerfile",
      ],
      evidence: "cli",
      resources: [
        { name: "Docker: Build best practices", url: "https://docs.docker.com/build/building/best-practices/" },
        { name: "OWASP: Docker security", url: "https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html" },
      ],
    },
    {
      slug: "compose-a-stack",
      title: "Compose a stack",
      why: "New colleagues should be able to start working on their first day.",
      what: "Start your API, the database and the cache together with one command, and let the API wait until the database is ready.",
      how: [
        "Write a compose.yaml file with three services.",
        "Give the database a health check.",
        "Let the API depend on the healthy database.",
        "Keep settings in an example file.",
        "Stop everything and start from nothing.",
      ],
      proof: "Ask another learner to start it from a fresh copy of your repository. It passes when one command is enough, the API answers at the end, and no step was missing from your instructions.",
      hours: 4,
      skills: [
        "containers-orchestration",
      ],
      prerequisites: [
        "write-a-dockerfile",
        "query-from-code",
      ],
      evidence: "peer",
      resources: [
        { name: "Docker Compose", url: "https://docs.docker.com/compose/" },
      ],
    },
    {
      slug: "networks-and-volumes",
      title: "Use networks and volumes",
      why: "Open database ports are found by scanners within hours.",
      what: "Let only your API reach the database, and keep the data in a named volume.",
      how: [
        "Remove the published port of the database.",
        "Put API and database on one internal network.",
        "Use the service name as the host name.",
        "Store the data in a named volume.",
        "Rebuild everything and look for the data.",
      ],
      proof: "Hand in the file and a session. It passes when the database cannot be reached from your computer directly, the API reaches it by name, and the data survives a rebuild of all containers.",
      hours: 3,
      skills: [
        "containers-orchestration",
        "linux-networking",
      ],
      prerequisites: [
        "compose-a-stack",
      ],
      evidence: "cli",
      resources: [
        { name: "Docker Compose", url: "https://docs.docker.com/compose/" },
      ],
    },
    {
      slug: "scan-an-image",
      title: "Scan an image",
      why: "Base images grow old, and yesterday’s safe image has new findings today.",
      what: "Search your image for known weaknesses, and fix or accept each serious finding with a reason.",
      how: [
        "Run a scanner, for example Trivy.",
        "Sort by severity and by whether a fix exists.",
        "Update the base image and scan again.",
        "Decide on what is left.",
        "Plan to build again every week or month.",
      ],
      proof: "Hand in the report and your list. It passes when no critical finding is without a decision, and each accepted one has a reason and a date for the next look.",
      hours: 2,
      skills: [
        "containers-orchestration",
        "security",
      ],
      prerequisites: [
        "slim-and-safe-image",
      ],
      evidence: "cli",
      resources: [
        { name: "Trivy", url: "https://trivy.dev/" },
      ],
    },
    {
      slug: "push-to-a-registry",
      title: "Publish an image",
      why: "Servers and clusters fetch images from a registry, never from your laptop.",
      what: "Give your image a version and publish it in a registry, a store for images.",
      how: [
        "Sign in with an access token instead of your password.",
        "Tag the image with its version, not only with latest.",
        "Push it and note the digest.",
        "Build for the processor of your server, if it differs from yours.",
        "Pull it by digest on another machine.",
      ],
      proof: "Hand in the address and the digest, the fingerprint of the exact image. It passes when another computer pulls it by digest and runs it.",
      hours: 2,
      skills: [
        "containers-orchestration",
        "ci-cd",
      ],
      prerequisites: [
        "slim-and-safe-image",
        "tag-and-release",
      ],
      evidence: "link",
      resources: [
        { name: "Docker Hub documentation", url: "https://docs.docker.com/docker-hub/" },
      ],
    },
    {
      slug: "local-kubernetes",
      title: "Deploy to a local cluster",
      why: "Listings often ask for basic Kubernetes, and a cluster on your laptop is enough to begin.",
      what: "Run your image on Kubernetes, a system that keeps containers running on many machines, in a small cluster on your own computer.",
      how: [
        "Install kind or minikube and kubectl.",
        "Load your image into the cluster, or pull it from a registry.",
        "Write the Deployment with two replicas.",
        "Write the Service and reach it with port-forward.",
        "Delete a pod, the unit that runs your container, and watch.",
      ],
      proof: "Hand in the two files, a Deployment and a Service, and a session. It passes when two copies answer through the Service, and a deleted one is replaced without your help.",
      hours: 8,
      skills: [
        "containers-orchestration",
      ],
      prerequisites: [
        "slim-and-safe-image",
        "errors-and-shutdown",
      ],
      evidence: "text",
      resources: [
        { name: "Kubernetes Basics", url: "https://kubernetes.io/docs/tutorials/kubernetes-basics/" },
        { name: "Kubernetes: Overview", url: "https://kubernetes.io/docs/concepts/overview/" },
        { name: "kind: Quick start", url: "https://kind.sigs.k8s.io/docs/user/quick-start/" },
      ],
    },
    {
      slug: "probes-and-rollouts",
      title: "Add probes, settings and rollouts",
      why: "This is how releases stay invisible to users.",
      what: "Add probes, questions that Kubernetes asks your service to see whether it is ready and alive, pass settings and secrets, release a new version and go back from a bad one.",
      how: [
        "Add a readiness and a liveness probe to the Deployment.",
        "Move settings to a ConfigMap and secrets to a Secret.",
        "Release a new version and watch the rollout.",
        "Release a broken one and see it stop.",
        "Undo it with kubectl rollout undo.",
      ],
      proof: "Hand in the files and the rollout history. It passes when a version whose readiness probe fails never gets traffic, the old copies keep answering, and one command brings the earlier version back.",
      hours: 6,
      skills: [
        "containers-orchestration",
        "observability",
      ],
      prerequisites: [
        "local-kubernetes",
      ],
      evidence: "text",
      resources: [
        { name: "Kubernetes: Probes", url: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/" },
        { name: "Kubernetes Basics", url: "https://kubernetes.io/docs/tutorials/kubernetes-basics/" },
      ],
    },
    {
      slug: "resource-limits",
      title: "Set limits and scale",
      why: "Without limits, one service can starve its neighbours, and without requests the cluster cannot plan.",
      what: "Tell the cluster how much memory and processor your service needs and may use, watch a copy being stopped at its limit, and add copies under load.",
      how: [
        "Measure what your service uses at rest and under load.",
        "Set requests near normal use and a memory limit above it.",
        "Use more memory on purpose and find OOMKilled in the status.",
        "Install the metrics server and add a HorizontalPodAutoscaler.",
        "Run your load test and watch the copies.",
      ],
      proof: "Hand in the files and a log or graph. It passes when it shows one copy stopped for using too much memory, and the number of copies rising under load and falling again.",
      hours: 4,
      skills: [
        "containers-orchestration",
        "performance-scalability",
      ],
      prerequisites: [
        "local-kubernetes",
        "first-load-test",
      ],
      evidence: "text",
      resources: [
        { name: "Kubernetes: Resource management", url: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/" },
        { name: "Kubernetes: Horizontal pod autoscaling", url: "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/" },
      ],
    },
  ],
} satisfies StepContent;
