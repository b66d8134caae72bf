import type { Block, Need } from "@/lib/jobs/words";

/** What a heading says about the text under it; null: it is not part of the job, as benefits and words about the employer. */
export type Section = Need | null;

const WISHES =
  /\b(nice|good|great|helpful|useful)[ -]to[ -]haves?\b|\bbonus\b|\bprefer(red|ably|ence)\b|\bplus(es)?\b|\bdesir(ed|able|ables)\b(?! candidate| profile)|\bnot required\b|\bnot (a must|mandatory|needed|essential)\b|\boptional\b|\bextras?\b|\bglad of\b|\beven better\b|\badvantage(s|ous)?\b|\bideally\b|\bbrownie\b|\bhelpful\b|\bstand out\b|\bset you apart\b|\bicing\b|\bcherry\b|\bwelcome\b|\bnice if\b|\bwould (also )?(be|help)\b|\bbeneficial\b|\bappreciated\b|\bgood extras\b|\bgreat if\b|\bit helps\b|\bhelps if\b|\bpreferable\b|\bpreference\b|\bgood (if|to know)\b|\bmerits?\b|\bsugar\b|\bdelight|\bpleased\b|\bcool\b|\buseful\b|\bwe like\b|\balso nice\b|^nice\b|\bwish ?list\b|\bhandy\b|\bsurprise us\b|\bvalued\b|\basset\b|\bkudos\b|\bpoints for\b|\bmay also\b|mile widziane|een pré|gradit[oa]|歓迎|\bwe(’|')?d love\b|加分|优先|von vorteil|wünschenswert|nice-to-have|das wäre toll|pluspunkt|desea(ble|do)|se valora|valora(ble|remos|rá)|\bun plus\b|atouts?\b|souhait|diferencia|desejáve/;

const NOT_THE_JOB =
  /^(a bit |a little |more |some words )?about (?!(the |this )?(role|job|position|you|opportunity|work|team|the team|your|project)\b)|^who we are|^our (story|mission|values|culture|company|product|history|client|customers|promise|offer|benefits|perks|process|commitment|hiring|interview|vision|purpose)|^what we do\b|^(the )?(company|client|employer|organi[sz]ation)\b|\bcompany (overview|profile|description|info|background)|^overview of the company|\bbenefits?\b|\bperks?\b|\bwhat we(’|'| wi)?l?l? (can )?(offer|give|pay|provide)|^we (can |will |also )?(offer|give|provide|pay)|\bwhat(’|'|)s in it\b|\bin it for you\b|^what you(’|'|)?(ll| will| can)? (get|receive|gain|earn)(?! to\b)|^(things )?you(’|'| wi)?l?l? get(?! to\b)|^why (you|join|us|work|we|people|[a-z])|^in return|^in exchange|compensation|remuneration|^salary|^pay\b|^ctc\b|equal opportunit|^eeo\b|diversity|inclusion|^how (to|do i|you) apply|^how we hire|^how to join|^apply|^to apply|application (process|steps|procedure)|(hiring|interview|recruitment|selection) (process|steps|rounds|procedure)|^(the )?process$|^next steps|who(’|'| i)?s behind|^where we come from|^(meet|inside) (us|the company)|^a word about us|^(our|the) (backstory|background)|^what happens next|privacy|disclaimer|^note:?$|^life at|^working (at|with us|here)|^location|^where$|^contact|^stipend|^small print|^legal|don(’|')?t (use|need)|do not (use|need)|^not (asked|our|needed)|should not|won(’|')?t|nobody|not your (job|area|task)|^not (in|part of)|^what (this|the job|it) is(n(’|')t| not)|looked after by|公司介绍|公司简介|关于我们|关于公司|我们是谁|福利|薪资|薪酬|待遇|我们提供|投递|应聘方式|联系方式|^über (uns|das unternehmen)|^wer wir sind|wir bieten|bieten wir|^das bieten|deine vorteile|^unser angebot|^bewerbung|^so bewirbst|^kontakt|sobre (nosotros|la empresa|nós)|quiénes somos|ofrecemos|te ofrece|beneficios|^proceso|cómo (aplicar|postular)|à propos|qui sommes|avantages|nous offrons|ce que nous offr|benefícios|oferecemos|chi siamo|offriamo|oferujemy|^o nas|wij bieden|bieden wij|^over ons|会社概要|福利厚生/;

const THE_JOB =
  /responsib|requirement|qualif|what you|what will you|^skills?\b|\bskills\b|must[ -]ha(ve|ves)|mandatory|essential|^(the |this |your )?(role|job|work|tasks?|position|candidate|day|profile|stack|duties|mission)\b|dut(y|ies)\b|job description|^jd\b|experience|looking for|who you are|^you\b|you (will|are|have|bring|know)|we expect|expect from you|we need|tech(nical|nology)? ?(stack|skills)|your (role|job|tasks|profile|work|background|day)|about (you|the (role|job|position|team|work)|this (role|job))|competenc|^(key )?(areas|activities|deliverables)|we hope you|^technolog|^tools|eligib|education|职责|要求|任职|岗位|技术栈|技能|aufgaben|(dein|ihr) profil|anforderungen|was du|mitbring|erwart|requisitos|funciones|responsabilidades|perfil|buscamos|lo que harás|missions|profil recherché|compétences|descrição|atividades/;

/** Undefined: these words are no such heading. Wishes come before the rest: "Preferred qualifications". */
function sectionOf(heading: string): Section | undefined {
  const text = heading.trim().toLowerCase();
  if (NOT_THE_JOB.test(text)) return null;
  if (WISHES.test(text)) return "preferred";
  return THE_JOB.test(text) ? "required" : undefined;
}

/** "Diploma preferred" is a line of its own. */
const ENDS_IN_A_WISH = /\S\s(preferred|desirable|desired|preferable|advantage|a plus|optional|welcome)$/i;

/** Lines of plain text can be headings as well: a few words, and no sentence. */
export function headingOf({ kind, text }: Block): Section | undefined {
  if (kind === "heading") {
    const own = sectionOf(text);
    // "Location: Pune" says all in its own line.
    if (own === null && /[:：]\s*\S/.test(text)) return undefined;
    return own === undefined ? "required" : own;
  }
  if (kind === "item" || text.length > 60) return undefined;
  if (/[:：] ?[-–—]?$/.test(text)) {
    const own = sectionOf(text);
    return own === undefined ? "required" : own;
  }
  return /[.!。:–(]|\d| - /.test(text) || (text.includes(",") && !/^(nice|not|good|great|useful|helpful|also|would)\b/i.test(text)) || text.split(" ").length > 6 || ENDS_IN_A_WISH.test(text) ? undefined : sectionOf(text);
}

/** "Good to have: Scala, Docker" and where the rest of it begins. */
export function labelOf(text: string, from: number): { section: Section; end: number } | null {
  const colon = text.slice(from, from + 60).search(/[:：]| [–—-] /);
  if (colon < 2) return null;
  const label = text.slice(from, from + colon);
  if (label.split(" ").length > 7) return null;
  const section = sectionOf(label);
  return section === undefined ? null : { section, end: from + colon + 1 };
}
