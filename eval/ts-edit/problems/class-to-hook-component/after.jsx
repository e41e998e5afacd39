/** A small view library: elements are objects, and components are drawn anew after every change of state. */
export function h(tag, props, ...children) {
  return { tag, props: props ?? {}, children: children.flat().map(String) };
}

let cell = null;

/** The one state of the function component that is being drawn, and a function to set it. */
export function useState(initial) {
  const own = cell;
  if (!("state" in own)) own.state = initial;
  return [own.state, (next) => ((own.state = next), own.draw())];
}


/** Draws a component; `view.output` is what it shows now. */
export function mount(type, props = {}) {
  const view = { output: null };
  const own = type.prototype?.render ? new type(props) : {};
  own.draw = () => {
    cell = own;
    view.output = own.render ? own.render() : type(props);
  };
  own.draw();
  return view;
}

export function Counter({ start, step, onChange }) {
  const [count, setCount] = useState(start ?? 0);
  const change = (by) => {
    setCount(count + by);
    onChange?.(count + by);
  };
  const size = step ?? 1;
  return (
    <p less={() => change(-size)} more={() => change(size)}>
      Count: {count}
    </p>
  );
}
