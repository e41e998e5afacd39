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

export class Component {
  constructor(props) {
    this.props = props;
  }

  setState(state) {
    this.state = { ...this.state, ...state };
    this.draw();
  }
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

export class Counter extends Component {
  constructor(props) {
    super(props);
    this.state = { count: props.start ?? 0 };
  }

  change(by) {
    const count = this.state.count + by;
    this.setState({ count });
    this.props.onChange?.(count);
  }

  render() {
    const step = this.props.step ?? 1;
    return (
      <p less={() => this.change(-step)} more={() => this.change(step)}>
        Count: {this.state.count}
      </p>
    );
  }
}
