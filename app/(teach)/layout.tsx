import "@/components/cohorts/cohorts.css";

export default function TeachLayout({ children }: LayoutProps<"/">) {
  return children;
}
