import type { SkillSlug } from "./skills";

/**
 * What else must be seen before a name counts that also means something else:
 * - "listing": the listing is a technical one, or a sign of programming or of asking stands in the same block.
 * - "near": it is spelt as here (or in capitals), and a sign of programming stands in the same block; in a technical listing it is
 *   enough that it does not merely begin a sentence.
 * - "beside": it is spelt as here, and another name stands right beside it.
 * - "post": it is the job itself, in its title or in a sentence that seeks somebody.
 * - "letter": as "near", with a name or a word for programming right beside it.
 * - "quality": a word that praises stands before it or one for an ability behind it, as in "excellent communication" and "analytical skills".
 * - "engineers": whom or what it is done to are engineers, developers or their work.
 */
export type Context = "listing" | "near" | "beside" | "letter" | "post" | "quality" | "engineers";

export type SkillName = {
  name: string;
  skill: SkillSlug | readonly SkillSlug[];
  aliases?: readonly string[];
  /** Absent: counts wherever it stands. */
  ambiguous?: { context: Context };
};

type Rest = { aliases?: string; context?: Context };

/** `names`, and the aliases of a single one, are parted by bars. */
function of(skill: SkillSlug | readonly SkillSlug[], names: string, { aliases, context }: Rest = {}): SkillName[] {
  return names.split("|").map((name) => ({
    name,
    skill,
    ...(aliases && { aliases: aliases.split("|") }),
    ...(context && { ambiguous: { context } }),
  }));
}

const listing: Rest = { context: "listing" };
const near: Rest = { context: "near" };
const letter: Rest = { context: "letter" };
const beside: Rest = { context: "beside" };
const post: Rest = { context: "post" };
const quality: Rest = { context: "quality" };
const engineers: Rest = { context: "engineers" };
const cloudAnd = (skill: SkillSlug) => ["cloud-platforms", skill] as const;

const languages = [
  ...of("programming-languages", "Python", { aliases: "Python scripting|Python programming", context: "listing" }),
  ...of("programming-languages", "Java", { aliases: "core Java|Java SE|Java programming", context: "listing" }),
  ...of("programming-languages", "C++", { aliases: "CPP" }),
  ...of("programming-languages", "C#", { aliases: "C Sharp|C#.NET" }),
  ...of("programming-languages", "JavaScript", { aliases: "ECMAScript|ES6|ES2015|vanilla JavaScript|core JavaScript" }),
  ...of("programming-languages", "JS|TS", near),
  ...of("programming-languages", "TypeScript|Golang|Objective-C|Visual Basic|VB.NET|PHP|COBOL|VBA|ABAP|MATLAB|Kotlin|Haskell|Clojure|Erlang|F#|OCaml|Fortran"),
  ...of("programming-languages", "Go|Rust|Swift|Ruby|Dart|Elixir|Scala|Julia|Perl|Lua|Groovy|Zig|Crystal|Deno", near),
  ...of("programming-languages", "C|R", letter),
  ...of("programming-languages", "Node.js", { aliases: "NodeJS|Node JS" }),
  ...of("programming-languages", "Node", near),
  ...of("programming-languages", ".NET", { aliases: ".NET Core|.NET Framework|dotnet|dot net|DotNet Core" }),
  ...of(["programming-languages", "database-management"], "SQL", { aliases: "SQL queries|SQL query|SQL scripts|SQL programming", context: "listing" }),
  ...of(["programming-languages", "database-management"], "T-SQL|TSQL|PL/SQL|PLSQL", { context: "listing" }),
  ...of("programming-languages", "object-oriented programming", {
    aliases: "object oriented design|object oriented|OOP|OOPS|OOAD|functional programming",
    context: "listing",
  }),
  ...of("programming-languages", "programming language", {
    aliases: "coding skills|programming skills|coding ability|programming knowledge|coding knowledge|knowledge of programming|knowledge of coding|scripting language|coding experience|programming experience|coding languages|back end language|backend language",
  }),
  ...of("programming-languages", "write code|writing code|writes code|clean code|production code|readable code|maintainable code|quality code|hands on coding|code in", listing),
  ...of("programming-languages", "programming|coding and|coding in|coding fundamentals|design and coding|scripting in|scripting with", listing),
];

const frameworks = [
  ...of("server-side-frameworks", "Django", listing),
  ...of(["server-side-frameworks", "apis"], "Django REST framework", { aliases: "DRF" }),
  ...of(
    "server-side-frameworks",
    "FastAPI|Express.js|ExpressJS|NestJS|Nest.js|Fastify|AdonisJS|Laravel|Symfony|CodeIgniter|CakePHP|Spring Boot|SpringBoot|Spring MVC|Spring Cloud|Spring Security|Spring Data|Spring Framework|Spring WebFlux|Jakarta EE|Java EE|J2EE|Micronaut|Quarkus|Dropwizard|Vert.x|Play Framework|Ktor|Actix|Actix Web|ASP.NET|ASP NET|ASP.NET Core|ASP.NET MVC|.NET MVC|ASP.NET Web API|Blazor|aiohttp|Litestar|Lumen|Phalcon|Javalin|http4s|Beego|Hanami|Mojolicious|LoopBack|Sails.js|FeathersJS|Hono|Akka HTTP|Fiber framework|Gin framework|Strapi",
  ),
  ...of("server-side-frameworks", "Flask|Express|Spring|Rails|Gin|Phoenix|Koa|Hapi|Axum|Struts|Sinatra|Tornado|Sanic|Starlette|Yii|Zend|Meteor|Spring Batch|JEE|Bottle|Falcon|Pyramid|Grails|Dancer|Catalyst|Vapor|Chi", near),
  ...of("server-side-frameworks", "Echo|Fiber|Rocket|Iris", beside),
  ...of(["server-side-frameworks", "programming-languages"], "Ruby on Rails"),
  ...of(["server-side-frameworks", "programming-languages"], "RoR", near),
  ...of("server-side-frameworks", "web framework", {
    aliases: "backend framework|back end framework|server side framework|web application framework|MVC framework|Python framework|Java framework|PHP framework|Node framework",
  }),
];

const databases = [
  ...of(
    "database-management",
    "PostgreSQL|Postgres|Postgre|MySQL|MariaDB|SQLite|SQL Server|MS SQL|MSSQL|MS SQL Server|Microsoft SQL Server|MongoDB|Mongo|NoSQL|RDBMS|DBMS|Elasticsearch|OpenSearch|ClickHouse|Cassandra DB|ScyllaDB|CockroachDB|YugabyteDB|TimescaleDB|InfluxDB|Couchbase|CouchDB|Neo4j|DuckDB|HBase|pgvector|PostGIS|DB2|Teradata|SAP HANA|HANA|Oracle Database|Oracle DB|Oracle SQL|Oracle 19c|Supabase|SQLAlchemy|TypeORM|Sequelize|Mongoose|Entity Framework|Entity Framework Core|EF Core|ActiveRecord|Active Record|GORM|MyBatis|jOOQ|JPA|Flyway|Liquibase|Alembic|Spring Data JPA|Django ORM|Elastic Search|Solr",
    {},
  ),
  ...of("database-management", "Redis", listing),
  ...of("database-management", "ORM", near),
  ...of("database-management", "Room|Core Data", beside),
  ...of("database-management", "Oracle|Snowflake|Cassandra|Hibernate|Prisma|Eloquent|Dapper|Drizzle|Realm|Valkey|Vertica|Timescale|Ecto|EXPLAIN|Sybase|Milvus|Pinecone|Weaviate|Qdrant", near),
  ...of(
    "database-management",
    "database|DB|data model|data modelling|data modeling|data warehouse|data warehousing|schema|indexing|query optimisation|query optimization|query tuning|query performance|stored procedure|slow queries|slow query|database design|database administration|relational database|star schema|data migration|normalisation|DBA|vector store",
    listing,
  ),
  ...of("database-management", "indexes|migrations|migration|joins|window functions", near),
  ...of(cloudAnd("database-management"), "DynamoDB|BigQuery|Amazon RDS|AWS RDS|Firestore|Cosmos DB|CosmosDB|Cloud SQL|Azure SQL|Amazon Redshift|Redshift|AWS Aurora|Amazon Aurora|Cloud Spanner|ElastiCache|Bigtable|DocumentDB|Azure Synapse|Synapse"),
  ...of(cloudAnd("database-management"), "RDS|Aurora", near),
];

const performance = [
  ...of(
    "performance-scalability",
    "RabbitMQ|ActiveMQ|BullMQ|IBM MQ|RocketMQ|Hangfire|MassTransit|NServiceBus|EMQX|Mosquitto|Beanstalkd|LavinMQ|ZeroMQ|NATS JetStream|MQTT|Sidekiq|Apache Kafka|Apache Pulsar|Kafka Streams|Memcached|JMeter|LoadRunner|Redpanda|message queue|message broker|message bus|messaging queue|task queue|job queue|event driven|event driven architecture|event streaming|event sourcing|distributed system|distributed computing|distributed architecture|distributed services|multithreading|multi threading|multi threaded|multithreaded|load testing|load tests|load test|performance testing|performance tests|performance test|stress testing|performance tuning|performance optimisation|performance optimization|performance engineering|performance profiling|fault tolerant|fault tolerance|high availability|highly available|high throughput|low latency|high concurrency|high traffic|high scale|large scale systems|asynchronous messaging|Redis cache|Redis caching|Redis for caching|Redis queue|cache in Redis|caching in Redis|caching with Redis|Redis as a cache|Redis backed|MSMQ|JMS|asynchronous programming|async programming|asyncio|parallel programming|concurrent programming|message queuing",
  ),
  ...of("performance-scalability", "Celery|Pulsar|NATS|Gatling|Locust|Varnish|Resque|Hazelcast|Dramatiq|Oban", near),
  ...of(
    "performance-scalability",
    "Kafka|queue|queues|queueing|pub sub|message driven|messaging middleware|messaging service|messaging systems|cache|caching|CDN|latency|throughput|high volume|high performance|high load|scalable|scalability|scaling|scale systems|scale our systems|systems at scale|autoscaling|auto scaling|scale out|sharding|concurrency|concurrent|threading|profiling|profile and tune|back pressure|backpressure|rate limiting|k6|bottlenecks|background jobs|application performance|app performance|performance issues|performance problems|performance bottlenecks|system performance|performance and scalability|performance improvements|optimise performance|optimize performance|improve performance|improving performance|peak load|peak traffic|failover|coroutines|parallel processing",
    listing,
  ),
  ...of(cloudAnd("performance-scalability"), "SQS|Amazon SQS|AWS SQS|Amazon SNS|AWS SNS|SNS|EventBridge|Google Pub/Sub|GCP Pub/Sub|Cloud Pub/Sub|Azure Service Bus|Service Bus|Event Hubs|Event Hub|CloudFront|Amazon MQ|MSK"),
  ...of(cloudAnd("performance-scalability"), "Kinesis", near),
];

const containers = [
  ...of("containers-orchestration", "Docker Compose|Dockerfile|Docker Swarm|Podman|K8s|k3s|Helm charts|OpenShift|containerisation|containerization|containerised|containerized|containerd|container image|container orchestration|service mesh|Kustomize|Linkerd"),
  ...of("containers-orchestration", "Docker|Kubernetes|Istio|Knative|container|containers", listing),
  ...of("containers-orchestration", "Helm|Rancher|Nomad|Swarm|Cilium", near),
  ...of(cloudAnd("containers-orchestration"), "EKS|GKE|Fargate|Amazon EKS|AWS EKS|Amazon ECS|AWS ECS|Cloud Run|Azure Kubernetes Service"),
  ...of(cloudAnd("containers-orchestration"), "ECS|AKS|ECR|ACR", near),
];

const clouds = [
  ...of(
    "cloud-platforms",
    "AWS|Amazon Web Services|GCP|Google Cloud|Google Cloud Platform|Microsoft Azure|MS Azure|Heroku|Vercel|Netlify|DigitalOcean|Digital Ocean|Alibaba Cloud|Aliyun|Oracle Cloud|OCI|IBM Cloud|OpenStack|Hetzner|cloud native|cloud computing|cloud platform|cloud infrastructure|cloud services|cloud service|cloud provider|public cloud|multi cloud|hybrid cloud|cloud environment|cloud technologies|cloud technology|serverless|Terraform|OpenTofu|Pulumi|CloudFormation|AWS CDK|Terragrunt|infrastructure as code|IaC|EC2|AWS Lambda|AWS Glue|AWS Step Functions|Step Functions|Cloud Functions|Azure Functions|App Engine|App Service|Elastic Beanstalk|Crossplane|GCS|Compute Engine|AWS S3|Amazon S3|Blob Storage|AWS IoT|Azure Data Factory|Cloud Storage|Cloudflare Workers",
  ),
  ...of("cloud-platforms", "S3|Lambda|Lambdas|Glue|CDK|Bicep|Athena|Amazon EMR|AWS EMR|SageMaker|Fly.io|Amplify|Crashlytics|Vertex AI", near),
  ...of("cloud-platforms", "Azure|Firebase|cloud", listing),
  ...of(cloudAnd("observability"), "CloudWatch|AWS CloudWatch|Azure Monitor|CloudTrail|Application Insights|Stackdriver"),
  ...of(cloudAnd("authentication-authorization"), "AWS Cognito|Amazon Cognito|Cognito|AWS IAM|Firebase Auth|Firebase Authentication"),
  ...of(cloudAnd("security"), "AWS KMS|Secrets Manager|AWS Secrets Manager|Azure Key Vault|GuardDuty"),
  ...of(cloudAnd("linux-networking"), "AWS VPC|Route 53|Azure VNet"),
  ...of(cloudAnd("ci-cd"), "CodePipeline|AWS CodePipeline|CodeBuild|Cloud Build"),
];

const delivery = [
  ...of(
    "ci-cd",
    "GitHub Actions|GitLab CI|GitLab CI/CD|GitLab pipelines|CircleCI|Circle CI|Travis CI|TeamCity|Bitrise|Argo CD|ArgoCD|FluxCD|Flux CD|GitOps with Flux|Spinnaker|GitOps|CI/CD|CICD|CI and CD|CI/CD pipeline|Azure DevOps|Azure Pipelines|Buildkite|Tekton|Octopus Deploy|Bitbucket Pipelines|continuous integration|continuous delivery|continuous deployment|continuous integration and delivery|continuous integration and deployment|build pipeline|release pipeline|deployment pipeline|deploy pipeline|delivery pipeline|build and release pipeline|build and deployment pipeline|release automation|deployment automation|build automation|automated deployment|automate deployments|blue green deployment|canary release|canary deployment|Fastlane|Codemagic|DevSecOps|Jenkinsfile|Concourse CI|Drone CI|Woodpecker CI|AppVeyor|Skaffold|Capistrano|Jenkins X",
  ),
  ...of("ci-cd", "Jenkins|Travis|Argo|CI", near),
  ...of("ci-cd", "DevOps|CI pipeline|CI server|build server|build systems|feature flags", listing),
];

const versions = [
  ...of("version-control", "GitHub|GitLab|Bitbucket|Subversion|Mercurial|Perforce|version control|version control system|source control|source code control|source code management|pull request|merge request|code review|peer review of code|review code|reviews code|reviewing code|peer code review|review each others code|review others code|review peers code|review colleagues code|review the code|review pull requests|Git flow|Gitflow|Git workflow|trunk based development|branching strategy|branching strategies|commit messages"),
  ...of("version-control", "SVN|TFS|PRs|branching|small commits", near),
  ...of("version-control", "Git", listing),
];

const watching = [
  ...of(
    "observability",
    "Prometheus|Grafana|Datadog|Splunk|OpenTelemetry|Kibana|Logstash|Zipkin|Nagios|Zabbix|PagerDuty|Opsgenie|New Relic|NewRelic|Dynatrace|AppDynamics|Log Analytics|ELK|ELK stack|EFK|Elastic Stack|observability|postmortem|post mortem|blameless postmortems|SLO|SLI|error budget|Alertmanager|Honeycomb.io|Graylog|Icinga|Checkmk|Rollbar|Bugsnag|Elastic APM|Loggly|Site24x7|Fluentd|Fluent Bit|VictoriaMetrics|SolarWinds|structured logs|structured logging|distributed tracing|application logs|server logs|log analysis|logs and metrics|metrics and logs|log aggregation|production incidents|incident response|incident management|incident reviews|service level objectives",
  ),
  ...of("observability", "Sentry|Jaeger|Loki|Tempo|Thanos|Honeycomb|Elastic", near),
  ...of("observability", "monitoring|logging|tracing|alerting|alerts|on call|on-call rotation|incidents|incident|outages|APM|production monitoring|monitor production|monitor systems|monitor services|monitor servers|monitor applications|monitor system|runbooks|telemetry|read logs|reading logs|read the logs|logs", listing),
];

const servers = [
  ...of("web-servers", "nginx|HAProxy|Tomcat|Apache Tomcat|Apache HTTP Server|Apache httpd|Apache2|Traefik|Gunicorn|uWSGI|reverse proxy|load balancer|load balancing|web server|Application Gateway|Internet Information Services|WebLogic|WebSphere|JBoss|WildFly|LiteSpeed|OpenResty|Apache server|Apache web server|ALB"),
  ...of("web-servers", "Apache|IIS|Caddy|Envoy|Jetty|Kong|Puma", near),
];

const networks = [
  ...of(
    "linux-networking",
    "Linux|Unix|Ubuntu|Debian|CentOS|RHEL|Red Hat|Red Hat Enterprise Linux|Bash scripting|shell script|shell scripting|Unix shell|Linux shell|SSH|SFTP|TCP/IP|TCP|UDP|DNS|DHCP|VLAN|VPC|VNet|BGP|OSPF|MPLS|SD-WAN|CCNA|CCNP|TLS|SSL|mTLS|SSL certificates|TLS certificates|iptables|systemd|Ansible|SaltStack|Wireshark|network protocol|network administration|network troubleshooting|computer network|computer networking|network engineering|network infrastructure|network configuration|routing and switching|routers and switches|routing & switching|LAN/WAN|LAN and WAN|RHCSA|subnet|subnetting|tcpdump|eBPF",
  ),
  ...of("linux-networking", "Bash|Shell|LAN|WAN|Cisco|Juniper|Fortinet|MikroTik", near),
  ...of("linux-networking", "Puppet|Chef|Salt", beside),
  ...of("linux-networking", "VPN|firewall|networking|command line|network issues|network device|network design|network fundamentals|network support|network operations|network engineer|network equipment|network administrator|routing protocols|networks and systems|Linux networks", listing),
];

const identity = [
  ...of(
    "authentication-authorization",
    "OAuth|OAuth2|OAuth 2|OAuth 2.0|OpenID Connect|OpenID|OIDC|JWT|JSON Web Token|SAML|SAML 2.0|RBAC|ABAC|Keycloak|LDAP|Active Directory|Azure AD|Azure Active Directory|Entra ID|Okta|Auth0|passkey|WebAuthn|FIDO2|Kerberos|SCIM|PKCE|ADFS|SailPoint|CyberArk|ForgeRock|PingFederate|single sign on|multi factor authentication|two factor authentication|2FA|MFA|role based access|role based access control|identity and access management|identity management|identity provider|authentication",
  ),
  ...of("authentication-authorization", "SSO|IAM|authorization|authorisation|login|logins|sign in service|sign in flow|sign in page|social sign in|access control|access management|access rights|user permissions|sessions and tokens|auth", listing),
];

const safety = [
  ...of(
    "security",
    "OWASP|OWASP Top 10|OWASP Top Ten|secure coding|secure code|secure development|secure software|application security|AppSec|information security|infosec|cyber security|cybersecurity|network security|cloud security|API security|data security|IT security|software security|web security|product security|security best practices|security practices|security standards|security reviews|security testing|security audit|security engineer|security analyst|security operations|penetration testing|penetration test|pen test|pentest|pen testing|threat model|threat modelling|threat modeling|SIEM|PCI DSS|PCI|SOC 2|SOC2|ISO 27001|GDPR|HIPAA|DPDP|cryptography|SAST|DAST|Snyk|Burp Suite|Nessus|Qualys|Metasploit|HashiCorp Vault|secrets management|secret management|key management|XSS|CSRF|SQL injection|zero trust|CVE|CVEs|ethical hacking|CISSP|CEH|OSCP|SOAR|EDR|Trivy|dependency scanning|vulnerability management|vulnerability assessment|vulnerability scanning|VAPT|Checkmarx|Veracode|nmap|WAF|NIST|MITRE ATT&CK|PKI|HSM|bug bounty|secure SDLC|CIS benchmarks|Wazuh|CrowdStrike",
  ),
  ...of("security", "encryption|encrypt|vulnerability|vulnerabilities|secrets|data protection|data privacy|key rotation|input validation|security patches|security patching|hardening|security", listing),
  ...of("security", "Vault|SOC|Key Vault", near),
];

const tests = [
  ...of(
    "testing",
    "unit test|unit testing|unit tested|unit and integration tests|unit and integration testing|unit & integration tests|integration test|integration testing|regression test|regression testing|regression suite|manual testing|manual tests|manual tester|automated test|automated testing|test automation|automation testing|automation test|automation framework|end to end test|end to end testing|e2e test|e2e testing|functional testing|functional test|system testing|acceptance test|acceptance testing|user acceptance testing|UAT|test case|test plan|test script|test suite|test scenario|test coverage|test strategy|test data|test driven development|test driven|behaviour driven development|TDD|BDD|quality assurance|software testing|smoke testing|smoke test|sanity testing|contract test|contract testing|component tests|property based tests|property based testing|fuzzing|snapshot tests|UI test|exploratory testing|cross browser testing|JUnit|TestNG|Mockito|pytest|Selenium WebDriver|Playwright|Appium|Vitest|RSpec|PHPUnit|xUnit|NUnit|Robot Framework|XCTest|XCUITest|Testcontainers|Testing Library|React Testing Library|SDET|TestRail|Pact|ISTQB|Katalon|WebdriverIO|Puppeteer|write tests|writing tests|writes tests|write the tests|write good tests|automated unit tests|code coverage|defect tracking|bug reports|test engineer|mobile testing|database testing|web testing|tests for",
  ),
  ...of(["testing", "apis"], "API testing|API tests|API test|SoapUI|API automation"),
  ...of(["testing", "apis"], "REST Assured", near),
  ...of("testing", "Cypress|Jest|Mocha|Jasmine|Karma|Cucumber|Espresso|Chai|Pest|QA|E2E|Supertest|Spock|WireMock|Minitest|Capybara|Protractor|Enzyme|Detox|Nightwatch|ExUnit|unittest|Karate", near),
  ...of("testing", "Selenium|testing|tests|tester|regression cycles|regression runs|regression pack|regression sign off|write and test|build and test|code and test|develop and test|test your|test and debug|test and deploy", listing),
];

const pages = [
  ...of("ssr-templates", "Next.js|NextJS|Nuxt|Nuxt.js|SvelteKit|Jinja|Jinja2|EJS|Thymeleaf|FreeMarker|JSP|server side rendering|server side rendered|server rendered|server rendering|SSR|template engine|templating engine|Django templates|Blade templates|Blade views|ERB|HAML|htmx|Razor Pages|Handlebars.js|Go templates|Template Toolkit|React Server Components"),
  ...of("ssr-templates", "Blade|Twig|Razor|Handlebars|Mustache|Remix|Pug", near),
  ...of("ssr-templates", "Liquid|Smarty|Velocity|Slim", beside),
];

const frontEnd = [
  ...of(
    "frontend-basics",
    "HTML|HTML5|CSS|CSS3|HTML/CSS|SCSS|Sass|ReactJS|React.js|AngularJS|Angular.js|VueJS|Vue.js|Svelte.js|jQuery|Tailwind CSS|TailwindCSS|Redux Toolkit|RxJS|NgRx|Vuex|Pinia|Material UI|MUI|Chakra UI|Alpine.js|Preact|SolidJS|Bulma|Ant Design|styled components|Ember.js|Backbone.js|Knockout.js|Three.js|front end|frontend|responsive design|responsive web design|responsive pages|responsive web pages|responsive websites|responsive layouts|responsive web|responsive UI|mobile responsive|web accessibility|WCAG|a11y|screen reader|AJAX|cross browser compatibility|cross browser|single page application|single page app|web components|React hooks|TanStack Query|UI components|user interfaces|Micro frontends|microfrontends|Bootstrap 5|Bootstrap 4",
  ),
  ...of("frontend-basics", "React|Bootstrap|Tailwind|Stimulus|Ember|Zustand|DOM|ARIA", near),
  ...of("frontend-basics", "Angular|Vue|Svelte|Redux|accessibility|accessible web|accessible interfaces|accessible components|accessible pages|accessible markup|accessible UI|responsive|pixel perfect|UI development", listing),
];

const interfaces = [
  ...of(
    "apis",
    "REST API|RESTful API|REST endpoints|REST service|REST web services|RESTful|RESTful services|RESTful web services|GraphQL|gRPC|SOAP API|SOAP web services|SOAP services|OpenAPI|Swagger UI|WebSocket|WebSockets|WebRTC signalling|webhook|web service|web API|API design|API development|API integration|API first|HTTP API|JSON API|protobuf|Protocol Buffers|tRPC|Hasura|AsyncAPI|JSON RPC|XML RPC|Apache Thrift|Apollo GraphQL|Apollo Server|Postman collections|OData|HTTP/2|JSON over HTTP",
  ),
  ...of("apis", "API|APIs|REST|SOAP|Swagger|Postman|Insomnia|HATEOAS", near),
  ...of("apis", "HTTP|HTTPS|endpoint|endpoints", listing),
];

const leading = [
  ...of("technical-leadership", "tech lead|technical lead|lead engineer|lead developer|lead software engineer|lead backend engineer|engineering manager|software architect|solution architect|solutions architect|technical architect|enterprise architect|cloud architect|data architect|principal engineer|architect", post),
  ...of(
    "technical-leadership",
    "technical leadership|tech leadership|engineering leadership|technical direction|technical roadmap|engineering roadmap|technology roadmap|technical strategy|technical vision|engineering standards|technical standards|technical decisions|technical decision making|technical trade offs|technical tradeoffs|architectural decisions|architecture decisions|architectural trade offs|architecture review|software architecture|solution architecture|solutions architecture|system architecture|systems architecture|application architecture|technical architecture|enterprise architecture|cloud architecture|system design|systems design|software design and architecture|architectural design|high level design|low level design|HLD|LLD|lead code reviews|leading code reviews|lead design reviews|technical design reviews|design reviews|design review|technical mentoring|technical guidance|set coding standards|define coding standards|establish coding standards|lead developers|lead engineers|leading engineers|leading developers|architecture decision records|TOGAF",
  ),
  ...of("technical-leadership", "mentor|mentors|mentoring|mentorship|mentored|coach|coaching|guide junior|guide juniors|guiding junior|guide engineers|guide developers|guiding developers|guiding engineers|guide a team|guide other engineers|guide interns|guide freshers|guide the juniors|lead a team|leading a team|lead the team|lead a squad|lead a small team|team lead|team leader|manage a team|line manage|grow a team|growing engineers|hire engineers|hiring engineers", engineers),
  ...of("technical-leadership", "trade offs|tradeoffs|architecture|architectures|architect and|architecting|architectural", listing),
];

const chains = [
  ...of("blockchain-basics", "blockchain|blockchains|Ethereum|smart contract|web3|Web 3|web3.js|ethers.js|DeFi|decentralized finance|Hyperledger|Hyperledger Fabric|on chain|EVM|Hardhat|OpenZeppelin|distributed ledger|DLT|NFT|dApp|DApps|Solidity|Bitcoin|crypto wallets|ERC-20|ERC20|ERC-721|Layer 2|zk rollups|zero knowledge proofs|Chainlink|Polkadot|CosmWasm|Starknet|Algorand|Tezos|Cardano|Uniswap|MetaMask|viem|wagmi"),
  ...of("blockchain-basics", "Solana|Truffle|Corda|Vyper|rollups", near),
  ...of("blockchain-basics", "Foundry|Polygon|Cosmos|Avalanche|Substrate|Anchor", beside),
];

const together = [
  ...of(
    "collaboration-communication",
    "communication skills|communication skill|communications skills|communication abilities|communication ability|communicate clearly|communicates clearly|communicating clearly|communicate well|communicates well|communicate effectively|communicating effectively|communicate confidently|communicate openly|ability to communicate|able to communicate|can communicate|clear communication|clear communicator|good communicator|strong communicator|great communicator|excellent communicator|effective communicator|clear writing|clear written|plain writing|write clearly|writes clearly|writing clearly|team player|team players|teamwork|team work skills|team work and|team working|team spirit|interpersonal|interpersonal skills|inter personal skills|people skills|collaborate with|collaborates with|collaborating with|collaborate closely|collaborating closely|collaborate across|collaborate effectively|collaborative mindset|collaboration skills|collaborative attitude|work closely with|works closely with|working closely with|worked closely with|work hand in hand with|partner with|partnering with|partner closely with|cross functional|cross functionally|stakeholder management|stakeholder communication|managing stakeholders|manage stakeholders|work in a team|working in a team|work in teams|work well in a team|work well with others|works well in a team|work with others|ability to work in a team|team oriented|explain clearly|explain things clearly|speak clearly",
  ),
  ...of("collaboration-communication", "communication|communicator|collaboration|collaborator", quality),
  ...of("collaboration-communication", "Scrum|Kanban|Agile Scrum|agile methodology|agile methodologies|agile environment|agile team|agile teams|agile development|agile practices|agile ceremonies|agile process|agile processes|agile ways of working|SAFe Agile|sprint planning|stand ups|standups|daily stand up|retrospectives|technical documentation|technical writing|design doc|design docs|design document|technical documents|write documentation|writing documentation|RFCs|ADRs|technical design document", listing),
  ...of("collaboration-communication", "Trello|Asana", near),
  ...of("collaboration-communication", "Jira|Confluence|agile|sprint|sprints|standup", listing),
];

const solving = [
  ...of(
    "problem-solving",
    "problem solving|problem solver|problem solvers|solve problems|solves problems|solving problems|solve complex problems|solving complex problems|solve hard problems|solve technical problems|solve real problems|solve challenging problems|solving hard problems|solving challenging problems|solve difficult problems|solve practical problems|analytical skills|analytical skill|analytical mind|analytical mindset|analytical thinking|analytical ability|analytical abilities|analytical approach|analytical thinker|analytical aptitude|analytical bent|critical thinking|critical thinker|logical thinking|logical reasoning|logical mind|logical skills|logic building|logical thinker|logical approach|think logically|thinks logically|think critically|think analytically|data structure|data structures and algorithms|algorithm|algorithms|algorithmic|root cause|root causes|root cause analysis|RCA|bug fixing|bug fixes|fix bugs|fixing bugs|fixes bugs|bugfixing|debugging|troubleshooting|troubleshoot|trouble shooting|trouble shoot",
  ),
  ...of("problem-solving", "DSA", near),
  ...of("problem-solving", "analytical|logical", quality),
  ...of("problem-solving", "debug|debugs|find bugs|hunt bugs|track down bugs|diagnose|diagnosing|diagnosis of faults|fault finding", listing),
];

const learning = [
  ...of(
    "continuous-learning",
    "keep up with new|keep up with the latest|keep up with technology|keep up with trends|keep up with changes|keep up with industry|keeping up with new|keeping up with the latest|keeping up with industry|keeping up with technology|keeps up with new|keep updated with|keep updated on|pick up new technologies|pick up new tools|pick up new skills|pick up new things|pick up new languages|picks up new things|picks up new tools|picking up new tools|picking up new technologies|avid learner|constant learner|active learner|always learning|wants to learn|likes learning|like learning|enjoy learning|enjoys learning|interest to learn|readiness to learn|openness to learning|openness to learn|appetite to learn|appetite for learning|urge to learn|drive to learn|capacity to learn|upskill|upskilling|grasp new concepts|grasp new technologies|learn new frameworks|learn new concepts|curiosity to learn|learns new|self study|habit of learning|learning habit|quick learner|quick learners|fast learner|fast learners|quick to learn|learn quickly|learns quickly|learning quickly|learn fast|learns fast|willing to learn|willingness to learn|will to learn|eager to learn|eagerness to learn|keen to learn|keenness to learn|able to learn|ability to learn|desire to learn|passion for learning|love of learning|love to learn|loves to learn|love learning|loves learning|hunger to learn|hungry to learn|happy to learn|ready to learn|open to learn|open to learning|curious to learn|interest in learning|interested in learning|enthusiasm to learn|enthusiasm for learning|passionate about learning|motivated to learn|zeal to learn|attitude to learn|learning attitude|learning mindset|learn new technologies|learning new technologies|learn new technology|learn new things|learning new things|learn new tools|learning new tools|learn new skills|learn new languages|learning new skills|pick things up quickly|picks things up quickly|adopt new technologies|keep up to date|keeping up to date|keeps up to date|stay up to date|staying up to date|stays up to date|stay current|staying current|stays current|keep current|keeping current|stay abreast|keep abreast|staying abreast|keep yourself updated|keep themselves updated|stay updated|staying updated|keeping yourself up to date|keep yourself up to date|continuous learning|continuous learner|continuously learn|continuously learning|lifelong learning|lifelong learner|keep learning|keeps learning|never stop learning|growth mindset|self taught|self learner|self learning|self learners|learning agility|teach yourself|taught yourself|taught themselves|continuous self improvement",
  ),
];

/** Our own list: what listings call the skills. */
export const names: readonly SkillName[] = [
  ...languages,
  ...frameworks,
  ...databases,
  ...performance,
  ...containers,
  ...clouds,
  ...delivery,
  ...versions,
  ...watching,
  ...servers,
  ...networks,
  ...identity,
  ...safety,
  ...tests,
  ...pages,
  ...frontEnd,
  ...interfaces,
  ...leading,
  ...chains,
  ...together,
  ...solving,
  ...learning,
];

/** Longer names with one of the above inside that ask for none of the skills; the longest match takes them out. */
export const noNames: readonly string[] = [
  ..."React Native|Apache Spark|Apache Airflow|Apache Flink|Apache Beam|Apache Hadoop|Apache Hive|Apache NiFi|Apache Iceberg|Spark SQL|Spring Batch job|Sales Cloud|Service Cloud|Marketing Cloud|Salesforce Cloud|Data Cloud|Commerce Cloud|Experience Cloud|Creative Cloud|Adobe Creative Cloud|point cloud|cloud kitchen|cloud kitchens|cloud telephony".split("|"),
  ..."pair programming|Spring break|Spring intake|Spring collection|Spring festival|Spring cleaning|Spring batch of|Spring semester|this spring|next spring|last spring|until spring|by spring|since spring|every spring|each spring|early spring|late spring|Swift response|Swift responses|Swift reply|Swift replies|Swift decision|Swift decisions|Swift promotion|Swift promotions|Swift action|Express delivery|Express parcel|Express parcels|Express Highway|Express entry|Express checkout|Express Towers|Express cargo|Express courier|express interest|express your|express their|express yourself|express opinions|react to|react quickly|react fast|react swiftly|react calmly|react when|react well|react in|rest day|rest days|go through|go over|go above|go beyond|go deep|go ahead|go home|go out|Ruby wedding|Oracle of|SQLs|hypothesis testing|statistical testing|the team work|our team work|team works|teams work|scaling the business|scaling teams|scaling our team|scaling a team|scaling business|endpoint security|endpoint management|endpoint manager|endpoint protection|endpoint detection|PCI Express|design systems|microservices architecture|microservice architecture|serverless architecture|REST architecture|MVC architecture|MVVM architecture|clean architecture|hexagonal architecture|client server architecture|service oriented architecture|computer architecture|Android architecture|architecture components|architecture patterns|network architecture|mentorship program|mentorship programme|mentoring program|coaching program".split("|"),
  ..."A/B testing|A/B tests|A/B test|usability testing|usability tests|usability test|user testing|drug testing|drug test|lab testing|test paper|test papers|test drive|test drives|coding test|coding tests|online test|written test|aptitude test|technical test|take home test|skill test|typing test|test rig|testing times|API 610|API 6D|test bench|job security|social security|security deposit|security guard|security guards|security officer|security check|security agency|security clearance|security staff|home security".split("|"),
  ..."performance management|performance marketing|performance review|performance appraisal|performance appraisals|performance bonus|performance based|high performance team|high performing team|high performing teams|high performance culture|performance linked|distributed team|distributed teams|scalable business|data analysis|design patterns|building architecture|information architecture|landscape architecture|interior architecture|brand architecture|data entry|logistics network|dealer network|distribution network|branch network|retail network|professional network|social network|social networks|partner network|neural network|neural networks|network of|our network|your network|supply network|sales network|hospital network|networking events|networking event|networking skills|networking dinners|sales coach|executive coaching|life coach|tour guide|style guide|user guide|team leader sales|shipping containers|container terminal|container ship|container yard|supply chain|high volume recruitment|high volume hiring|high volume sales|high volume kitchen|call routing|route planning|access control hardware|message us|bank branches|our branches|all branches|branches across|price alerts|job alerts|stock monitoring|media monitoring|patient monitoring|patient on call|quality monitoring|call monitoring|call logging|API manufacturing|API plant|active pharmaceutical ingredient|API intermediates|SAP Basis|Git commit|in the rest|rest of|spring season|Google Tag Manager|Adobe Express|American Express|Indian Express|Power Query|MS Access|go live|go lives|going live|go to market|go getter|C level|C suite|R&D|R and D|Vitamin C|Series C|Hepatitis C|Class C|Tailwind of|Oracle ERP|Oracle Apps|Oracle Financials|Oracle NetSuite|Oracle Fusion|Oracle EBS|software as a service|low code|no code|medical coding|medical coder|clinical coding|PLC programming|CNC programming|CNC programmer|TV programming|event programming|neuro linguistic programming|test kitchen|product testing|material testing|soil testing|water testing|blood test|blood tests|blood testing|lab test|lab tests|test results|diagnostic tests|English test|trade test|accessible location|financial tracing".split("|"),
];
