import { Description, Pieces } from "@/components/listing/description";
import { descriptionTree, piecesOf, skillsInTree } from "@/components/listing/description-tree";
import { HighlightKey } from "@/components/listing/highlight-key";
import type { Standings } from "@/components/listing/standings";
import type { Ask } from "@/lib/jobs/words";

type ListingTextProps = {
  listing: { title: string; description: string; language: string | null; asks: readonly Ask[] };
  standings: Standings;
};

/** The employer's text with the matched words in it, and what may be said of them. */
export function ListingText({ listing: { title, description, language, asks }, standings }: ListingTextProps) {
  const tree = descriptionTree(description, asks);
  const inText = skillsInTree(tree);
  const onlyInTitle = asks.filter(({ skill }) => !inText.has(skill));
  const inTitle = piecesOf(title, onlyInTitle);
  const spoken = language !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? language : null;
  return (
    <>
      {asks.length > 0 && <HighlightKey standings={standings} />}
      <Description tree={tree} standings={standings} language={spoken} />
      {inTitle.some(({ skill }) => skill !== null) && (
        <p>
          Only the title says it: <Pieces pieces={inTitle} standings={standings} />
        </p>
      )}
      <p className="text-sm text-soft prose">
        {asks.length > 0 ? "The highlighted words are the ones we matched. Nothing else in the text was counted." : "None of the skills we know was found in the words of this listing."}
        {spoken !== null && !/^en\b/i.test(spoken) && " The text is not in English: only names that are equal in every language were matched."}
      </p>
    </>
  );
}
