import { assemble } from "./assemble";
import { learnProgrammingBasics } from "./content/01-learn-programming-basics";
import { understandDatabases } from "./content/02-understand-databases";
import { masterServerSideProgramming } from "./content/03-master-server-side-programming";
import { apisAndWebServices } from "./content/04-apis-and-web-services";
import { versionControl } from "./content/05-version-control";
import { cloudServices } from "./content/06-cloud-services";
import { securityBestPractices } from "./content/07-security-best-practices";
import { testing } from "./content/08-testing";
import { containersAndOrchestration } from "./content/09-containers-and-orchestration";
import { ciCd } from "./content/10-ci-cd";
import { monitoringAndLogging } from "./content/11-monitoring-and-logging";
import { softSkills } from "./content/12-soft-skills";
import { buildAPortfolio } from "./content/13-build-a-portfolio";
import { stayUpdated } from "./content/14-stay-updated";
import { continuousLearning } from "./content/15-continuous-learning";

export const { roadmap, roadmapGraph, findStep, findItem, isItemId } = assemble([
  learnProgrammingBasics,
  understandDatabases,
  masterServerSideProgramming,
  apisAndWebServices,
  versionControl,
  cloudServices,
  securityBestPractices,
  testing,
  containersAndOrchestration,
  ciCd,
  monitoringAndLogging,
  softSkills,
  buildAPortfolio,
  stayUpdated,
  continuousLearning,
]);

/** The address of an item's page. */
export function itemPath(item: { slug: string }): string {
  const place = findItem(item.slug);
  if (!place) throw new Error(`The roadmap has no item ${item.slug}.`);
  return `/roadmap/${place.step.slug}/${item.slug}`;
}
