import "@/components/evidence/evidence.css";

export default function EvidenceLayout({ children }: LayoutProps<"/evidence">) {
  return <div className="evidence-print flow">{children}</div>;
}
