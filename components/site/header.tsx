import Link from "next/link";
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
      <AccountMenu />
    </header>
  );
}
