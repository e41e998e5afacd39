export interface CartState {
  readonly items: Record<string, { quantity: number; price: number }>;
  readonly coupon: string | null;
}

export type CartAction =
  | { readonly type: "add"; readonly id: string; readonly price: number }
  | { readonly type: "remove"; readonly id: string }
  | { readonly type: "coupon"; readonly code: string | null }
  | { readonly type: "clear" };

export const EMPTY: CartState = { items: {}, coupon: null };

export function cartReducer(state: CartState, action: CartAction): CartState {
  switch (action.type) {
    case "add": {
      const item = state.items[action.id];
      if (item) {
        item.quantity++;
      } else {
        state.items[action.id] = { quantity: 1, price: action.price };
      }
      return state;
    }
    case "remove": {
      const item = state.items[action.id];
      if (!item) return state;
      item.quantity--;
      if (item.quantity === 0) delete state.items[action.id];
      return state;
    }
    case "coupon":
      return { ...state, coupon: action.code };
    case "clear":
      return EMPTY;
  }
}

export function itemCount(state: CartState): number {
  return Object.values(state.items).reduce((sum, { quantity }) => sum + quantity, 0);
}
