import "@/components/applications/applications.css";

export default function ApplicationsLayout({ children }: LayoutProps<"/applications">) {
  return <div className="flow">{children}</div>;
}
