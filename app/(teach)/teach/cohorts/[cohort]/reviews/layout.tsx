import "@/components/evidence/evidence.css";

export default function ReviewsLayout({ children }: LayoutProps<"/teach/cohorts/[cohort]/reviews">) {
  return <div className="evidence-print flow">{children}</div>;
}
