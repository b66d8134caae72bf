import { greatestWeight } from "@/lib/roles/roles";

/** A weight as a length: the same scale for every role. The number stands beside it in words. */
export function WeightBar({ weight }: { weight: number }) {
  return (
    <svg className="weight-bar" aria-hidden="true">
      <rect width={`${(100 * weight) / greatestWeight}%`} height="100%" />
    </svg>
  );
}
