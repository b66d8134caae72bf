/** Beside every button that makes an account: what is agreed to with it, and nothing else. */
export function BeforeYouDo() {
  return (
    <p className="prose text-soft">
      With an account you agree that what you do here is kept, as the page on privacy says: <a href="/privacy">in English</a>,{" "}
      <a href="/privacy/hi" hrefLang="hi" lang="hi">
        हिन्दी में
      </a>
      . Mail that is not about the account comes only when you ask for it, and you can erase the account at any time.
    </p>
  );
}
