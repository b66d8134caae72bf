export { NewVersion } from "./new-version";
export { WhereWasI } from "./where-was-i";
