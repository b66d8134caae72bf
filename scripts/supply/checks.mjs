import { bill } from "./bill.mjs";
import { browserFiles } from "./browser-files.mjs";
import { deadCode } from "./dead-code.mjs";
import { floors } from "./floors.mjs";
import { licences } from "./licences.mjs";
import { lockfile } from "./lockfile.mjs";
import { npmSettings } from "./npm-settings.mjs";
import { pins } from "./pins.mjs";
import { secrets } from "./secrets.mjs";

/** What Milepost is made of, and what of it nobody else may know. Each check runs in the project’s folder. */
export const SUPPLY_CHECKS = { pins, lockfile, npmSettings, floors, licences, bill, secrets, browserFiles, deadCode };
