export interface Todo {
  readonly id: number;
  readonly text: string;
  readonly done: boolean;
}

export interface State {
  readonly todos: readonly Todo[];
  readonly nextId: number;
}

export type Action =
  | { readonly type: "add"; readonly text: string }
  | { readonly type: "toggle"; readonly id: number }
  | { readonly type: "clearDone" };

export const INITIAL: State = { todos: [], nextId: 1 };

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "add": {
      const todo = { id: state.nextId, text: action.text.trim(), done: false };
      return { todos: [...state.todos, todo], nextId: state.nextId + 1 };
    }
    case "toggle":
      return {
        ...state,
        todos: state.todos.map((todo) => (todo.id === action.id ? { ...todo, done: !todo.done } : todo)),
      };
    case "clearDone":
      return { ...state, todos: state.todos.filter((todo) => !todo.done) };
  }
}

export function remaining(state: State): number {
  return state.todos.filter((todo) => !todo.done).length;
}
