import { Icon } from "@/components/ui/icon";

/** The way to another site, with its host, so that one knows where one goes. */
export function OutsidePlace({ url, name }: { url: string; name: string }) {
  return (
    <p className="row">
      <a className="btn go" href={url} rel="noopener noreferrer">
        {name} <Icon name="arrow-right" />
      </a>
      <span className="text-soft">on {new URL(url).hostname.replace(/^www\./, "")}, another site with rules of its own</span>
    </p>
  );
}
