export interface VNode {
  readonly tag: string;
  readonly props: Record<string, unknown>;
  readonly children: readonly (VNode | string)[];
}

declare global {
  namespace JSX {
    type Element = VNode;
    interface IntrinsicElements {
      [tag: string]: Record<string, unknown>;
    }
  }
}

type Child = VNode | string | number | null | undefined | false;

export function h(tag: string, props: Record<string, unknown> | null, ...children: Child[]): VNode {
  const shown = children.filter((child) => child !== null && child !== undefined && child !== false);
  return {
    tag,
    props: props ?? {},
    children: shown.map((child) => (typeof child === "number" ? String(child) : (child as VNode | string))),
  };
}

export interface ProgressBarProps {
  readonly value: number;
  readonly max: number;
  readonly label?: string;
}

export function ProgressBar({ value, max, label }: ProgressBarProps): VNode {
  const percent = Math.min(100, (value / max) * 100);
  return (
    <div class="progress" role="progressbar" {...(label !== undefined && { "aria-label": label })}>
      {label !== undefined && <span class="label">{label}</span>}
      <div class="bar" style={`width: ${percent}%`}>
        <span class="value">{`${Math.round(percent)}%`}</span>
      </div>
    </div>
  );
}
