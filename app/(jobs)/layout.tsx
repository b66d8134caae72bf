import "@/components/jobs/jobs.css";

export default function JobsLayout({ children }: LayoutProps<"/">) {
  return <div className="flow">{children}</div>;
}
