import Link from "next/link";
import { SearchTrigger } from "@/components/search/search-trigger";
import { AccountMenu } from "./account-menu";
import { MainNavigation } from "./main-navigation";

export function Header() {
  return (
    <header className="top wrap">
      <Link className="mark" href="/" prefetch={false}>
        <svg viewBox="0 0 36 48" aria-hidden="true">
          <use href="#stone" />
        </svg>
        Milepost
      </Link>
      <MainNavigation />
      <SearchTrigger />
      <AccountMenu />
    </header>
  );
}
