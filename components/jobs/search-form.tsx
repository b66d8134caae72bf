import { Choice, Field } from "@/components/ui/field";
import { CITIES } from "@/lib/jobs/places";
import { AGES, CURRENCIES, isNarrowed, LEVEL_WORDS, placeName, sayView, type ListingView } from "@/lib/jobs/search-view";
import { LISTING_LEVELS } from "@/lib/jobs/words";
import { roles } from "@/lib/roles/roles";
import { skills } from "@/lib/skills/skills";
import { SearchAsTyped } from "./search-as-typed";

/** Where else than in India listings can be looked for by choice; an address can name any country. */
const ELSEWHERE = ["ae", "au", "ca", "de", "fr", "gb", "ie", "jp", "nl", "pl", "sg", "us"];

type Option = readonly [value: string, name: string];

const ROLES: Option[] = roles.map(({ slug, name }) => [slug, name]);
const LEVELS: Option[] = LISTING_LEVELS.map((level) => [level, LEVEL_WORDS[level]]);
const PAYS: Option[] = [["stated", "stated"], ...CURRENCIES.map((code): Option => [code, `stated in ${currencyName(code)}`])];
const POSTED: Option[] = AGES.map((days) => [String(days), days === 1 ? "in the last day" : `in the last ${days} days`]);

/** A form that asks for another address: it works without scripts. */
export function SearchForm({ view, signedIn }: { view: ListingView; signedIn: boolean }) {
  const more = { ...view, q: "", place: null, remote: false };
  const orders: Option[] = [["pay", "pay"], ...(signedIn ? [["readiness", "my readiness"] as const] : [])];
  return (
    <form className="flow job-search" action="/jobs" role="search" aria-label="Listings">
      <div className="job-fields">
        <div className="wide">
          <Field id="q" type="search" label="Search listings" hint="Title, company, place, skill or any word of the text" defaultValue={view.q} autoComplete="off" enterKeyHint="search" maxLength={200} />
        </div>
        <Choice id="place" label="Place" defaultValue={view.place ?? ""} key={`in ${view.place}`}>
          <option value="">anywhere</option>
          {view.place && view.place.length === 2 && view.place !== "in" && !ELSEWHERE.includes(view.place) && <option value={view.place}>{placeName(view.place)}</option>}
          <option value="in">India</option>
          <optgroup label="Cities of India">
            <Options of={CITIES} />
          </optgroup>
          <optgroup label="Elsewhere">
            <Options of={ELSEWHERE.map((key): Option => [key, placeName(key)])} />
          </optgroup>
        </Choice>
        <Pick id="sort" label="Order" none="newest first" options={orders} value={view.sort === "newest" ? null : view.sort} />
      </div>
      <details className="folded">
        <summary>More filters{isNarrowed(more) && `: ${sayView(more)}`}</summary>
        <div className="flow job-more">
          <div className="job-fields">
            <Pick id="role" label="Role" none="any role" options={ROLES} value={view.role} />
            <Pick id="level" label="Level" none="any level" options={LEVELS} value={view.level} />
            <Pick id="pay" label="Pay" none="stated or not" options={PAYS} value={view.pay} />
            <Pick id="age" label="Posted" none="at any time" options={POSTED} value={view.age === null ? null : String(view.age)} />
          </div>
          <fieldset key={view.skill.join(" ")}>
            <legend>Skills, all of which it asks for</legend>
            <ul>
              {skills.map(({ slug, name }) => (
                <li key={slug}>
                  <Box name="skill" value={slug} checked={view.skill.includes(slug)} label={name} />
                </li>
              ))}
            </ul>
          </fieldset>
        </div>
      </details>
      <div className="row">
        <Box name="remote" value="1" checked={view.remote} label="Remote" key={String(view.remote)} />
        <button type="submit" className="btn">
          Show
        </button>
      </div>
      <SearchAsTyped q={view.q} />
    </form>
  );
}

/** Drawn anew when the address says something else. */
function Pick({ id, label, none, options, value }: { id: string; label: string; none: string; options: readonly Option[]; value: string | null }) {
  return (
    <Choice id={id} label={label} defaultValue={value ?? ""} key={`${id} ${value}`}>
      <option value="">{none}</option>
      <Options of={options} />
    </Choice>
  );
}

function Options({ of }: { of: readonly Option[] }) {
  return of.map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}

function Box({ name, value, checked, label }: { name: string; value: string; checked: boolean; label: string }) {
  return (
    <label className="job-box">
      <input type="checkbox" name={name} value={value} defaultChecked={checked} />
      {label}
    </label>
  );
}

function currencyName(code: string): string {
  return new Intl.DisplayNames("en", { type: "currency" }).of(code) ?? code;
}
