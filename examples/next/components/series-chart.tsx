import type { IndicatorQuery } from "@/generated/graphql";

type Observation = NonNullable<IndicatorQuery["indicator"]>["series"][number];

const HEIGHT = 160; // of the tallest bar, in units of the drawing
const STEP = 90; // from one bar to the next

/** A bar for each number of a series. The table below says the same, so screen readers skip the drawing. */
export function SeriesChart({ series }: { series: Observation[] }) {
  const bars = series.flatMap((each) => (each.figure.value == null ? [] : [{ ...each, amount: Number(each.figure.value) }]));
  const top = Math.max(...bars.map(({ amount }) => amount));
  if (bars.length < 2 || top <= 0) return null;
  return (
    <svg className="chart" viewBox={`0 0 ${bars.length * STEP} ${HEIGHT + 70}`} aria-hidden="true">
      {bars.map(({ id, kind, figure, period, amount }, place) => {
        const height = (Math.max(amount, 0) / top) * HEIGHT;
        const middle = place * STEP + STEP / 2;
        return (
          <g key={id} className={kind === "TARGET" ? "target" : "result"}>
            <rect x={middle - 28} y={30 + HEIGHT - height} width={56} height={height} />
            <text x={middle} y={22 + HEIGHT - height}>{figure.text}</text>
            <text x={middle} y={HEIGHT + 50}>{period.year ?? period.label}</text>
            <text x={middle} y={HEIGHT + 66} className="kind">{kind === "TARGET" ? "objectif" : "résultat"}</text>
          </g>
        );
      })}
    </svg>
  );
}
