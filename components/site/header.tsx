import { SearchTrigger } from "@/components/search/search-trigger";
import { AccountMenu } from "./account-menu";
import { MainNavigation } from "./main-navigation";

export function Header() {
  return (
    <header className="top wrap">
      <a className="mark" href="/">
        <svg viewBox="0 0 36 48" aria-hidden="true">
          <use href="#stone" />
        </svg>
        Milepost
      </a>
      <MainNavigation />
      <SearchTrigger />
      <AccountMenu />
    </header>
  );
}
