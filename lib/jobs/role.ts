import type { SkillSlug } from "@/lib/skills/skills";

type Rule = {
  role: string;
  /** Read in this order; the first that holds decides. */
  title: RegExp;
  not?: RegExp;
};

const OTHER_TRADE =
  /\b(?:front[ -]?end|android|ios|mobile|flutter|ui|ux|design(?:er)?|qa|quality|tester?|testing|sdet|data (?:scientist|analyst)|scientist|analyst|machine learning|ml|ai|embedded|firmware|hardware|network|security|sales|account|marketing|recruit\w*|support|success|mechanical|civil|electrical|product|project|program|business|finance|game|electronics|process|manufacturing|teacher|trainer)\b|前端|测试|产品|设计|运营|算法|安卓|销售/i;

/** Languages and frameworks of servers. Words like "C#" have edges of their own, and "go to market" is no language. */
const SERVER_TONGUE = String.raw`(?:\b(?:java|python|golang|go(?![- ]to\b)|node(?:\.?js)?|php|ruby|rust|scala|kotlin|dotnet|spring boot|django|laravel|elixir)\b|\bc#|\.net\b)`;
/** Work on back ends that is not writing them. */
const NO_DEVELOPER = /\b(?:qa|quality|test(?:er|ing)?|sdet|sales|marketing|recruit\w*|trainer)\b|测试|销售/i;

/** Stated rules, from the narrowest role to the widest. Shown on /jobs under "How a role is told". */
export const ROLE_RULES: readonly Rule[] = [
  { role: "blockchain-developer-backend", title: /\b(?:blockchain|web3|solidity|smart contracts?)\b|区块链|智能合约/i, not: /\b(?:front[ -]?end|ios|android|marketing|sales|designer|analyst)\b|前端|运营|市场/i },
  { role: "backend-team-lead", title: /\b(?:engineering|development|backend|back[ -]end|software|platform|technology|tech(?:nical)?|team|api)[ -]+(?:team[ -]+)?(?:lead(?:er)?|manager|head)\b|\b(?:lead|head|manager)[, ]+(?:of )?(?:backend|back[ -]end|software|engineering)\b|技术(?:负责人|经理|总监)/i, not: /\b(?:qa|quality|test|sales|marketing|front[ -]?end|mobile|data|product|account|success|writer)\b/i },
  { role: "devops-engineer-backend", title: /\b(?:dev ?-?ops|devsecops|sre|site reliability|reliability engineer|build (?:and|&) release|release engineer|infrastructure engineer|platform engineer)\b|运维/i },
  { role: "cloud-engineer-backend", title: /\b(?:cloud|aws|azure|gcp)\b.*\b(?:engineer|developer|architect|administrator|consultant)\b|云(?:计算|原生|平台).*工程师/i, not: /\b(?:sales|account|security|data|support)\b/i },
  { role: "full-stack-developer", title: /\bfull[ -]?stack\b|\bm(?:ern|ean|evn)\b|全栈/i },
  { role: "database-developer", title: /\b(?:database|dba|pl\/?sql|t-?sql|sql|oracle|postgres(?:ql)?|mongodb)\b.*\b(?:developer|engineer|administrator|programmer|architect|dba)\b|\bdba\b|数据库/i, not: /\b(?:sales|analyst|tester|qa)\b/i },
  { role: "backend-api-developer", title: /\b(?:api|apis|integration|middleware)\b.*\b(?:developer|engineer|architect)\b/i, not: /\b(?:qa|test|sales|support)\b/i },
  { role: "systems-engineer-backend", title: /\b(?:distributed systems?|systems? (?:software )?(?:engineer|programmer|developer))\b/i, not: /\b(?:hardware|mechanical|electrical|embedded|network|desktop|support|it systems?)\b/i },
  { role: "software-engineer-backend", title: /\bback[ -]?end\b.*\b(?:engineer|sde|swe)\b|\b(?:engineer|sde|swe)\b.*\bback[ -]?end\b/i, not: NO_DEVELOPER },
  { role: "backend-developer", title: /\bback[ -]?end\b|\bserver[ -]side\b|后端|服务端/i, not: NO_DEVELOPER },
  { role: "software-engineer-backend", title: new RegExp(`${SERVER_TONGUE}.*\\b(?:engineer|sde|swe)\\b`, "i"), not: OTHER_TRADE },
  { role: "backend-developer", title: new RegExp(`${SERVER_TONGUE}.*\\b(?:developer|programmer)\\b|(?:java|python|golang|go|php|node\\.?js)\\s*(?:开发|工程师)`, "i"), not: OTHER_TRADE },
];

const SOFTWARE = /\b(?:software|sde|swe|application|member of technical staff|mts)\b.*\b(?:engineer|developer|programmer|sde|swe|mts|staff|[123]|i{1,3})\b|\b(?:sde|swe)\b|软件(?:开发)?工程师/i;
const SERVER: readonly SkillSlug[] = ["server-side-frameworks", "apis", "database-management", "web-servers", "performance-scalability", "containers-orchestration"];

/** One of the ten roles; null when the words speak of none. A plain software engineer is a back-end one when two skills of servers are asked. */
export function roleOf(title: string, skills: readonly SkillSlug[]): string | null {
  const rule = ROLE_RULES.find((candidate) => candidate.title.test(title) && !candidate.not?.test(title));
  if (rule) return rule.role;
  if (SOFTWARE.test(title) && !OTHER_TRADE.test(title) && SERVER.filter((skill) => skills.includes(skill)).length >= 2) return "software-engineer-backend";
  return null;
}
