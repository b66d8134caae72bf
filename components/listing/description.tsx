import type { ReactNode } from "react";
import type { SkillSlug } from "@/lib/skills/skills";
import type { ElementNode, Piece } from "./description-tree";
import type { Standings } from "./standings";

type DescriptionProps = {
  tree: ElementNode["children"];
  standings: Standings;
  /** BCP 47, where it is known. */
  language: string | null;
};

/** An employer's words. They come as a tree, so that nothing of their markup is ever read by a browser. */
export function Description({ tree, standings, language }: DescriptionProps) {
  return (
    <div className="description" lang={language ?? undefined}>
      {nodes(tree, standings)}
    </div>
  );
}

function nodes(children: ElementNode["children"], standings: Standings): ReactNode[] {
  return children.map((node, index) => ("pieces" in node ? <Pieces key={index} pieces={node.pieces} standings={standings} /> : <Element key={index} node={node} standings={standings} />));
}

function Element({ node: { tag, href, children }, standings }: { node: ElementNode; standings: Standings }) {
  if (tag === "br") return <br />;
  const inside = nodes(children, standings);
  if (tag === "a") {
    return href === null ? (
      inside
    ) : (
      <a href={href} rel="nofollow noopener ugc">
        {inside}
      </a>
    );
  }
  const Tag = tag;
  return <Tag>{inside}</Tag>;
}

export function Pieces({ pieces, standings }: { pieces: readonly Piece[]; standings: Standings }) {
  return pieces.map(({ text, skill }, index) =>
    skill === null ? (
      text
    ) : (
      <Matched key={index} skill={skill} standings={standings}>
        {text}
      </Matched>
    ),
  );
}

function Matched({ skill, standings, children }: { skill: SkillSlug; standings: Standings; children: string }) {
  return <mark className={standings?.get(skill) ?? undefined}>{children}</mark>;
}
