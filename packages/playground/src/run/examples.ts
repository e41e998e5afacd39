export interface Example {
  readonly title: string;
  /** The file in the repository's `examples` with the same code. */
  readonly file: string;
  readonly language: string;
  readonly instruction: string;
  readonly code: string;
}

const javascript = { language: "javascript" } as const;

/** Small functions that the bundled model can edit. The page opens with the first one. */
export const EXAMPLES: readonly Example[] = [
  {
    ...javascript,
    title: "Factorial",
    file: "factorial.js",
    instruction: "optimize this code",
    code: `function factorial(n) { return n <= 1 ? 1 : n * factorial(n - 1); }
`,
  },
  {
    ...javascript,
    title: "Orders",
    file: "orders.js",
    instruction: "use const and let instead of var",
    code: `function totalPrice(orders) {
  var total = 0;
  for (var i = 0; i < orders.length; i++) {
    var order = orders[i];
    total = total + order.price;
  }
  return total;
}
`,
  },
  {
    ...javascript,
    title: "Draw shapes",
    file: "draw-shapes.js",
    instruction: "hoist the length out of the loop",
    code: `function drawShapes(shapes, canvas) {
  for (let i = 0; i < shapes.length; i++) {
    canvas.draw(shapes[i]);
  }
}
`,
  },
  {
    ...javascript,
    title: "Allowed users",
    file: "allowed-users.js",
    instruction: "use a Set for lookups",
    code: `function allowedUsers(users, allowed) {
  return users.filter((user) => allowed.includes(user.id));
}
`,
  },
  {
    ...javascript,
    title: "Load a user",
    file: "load-user.js",
    instruction: "use async/await",
    code: `function loadUser(id) {
  return fetch("/users/" + id)
    .then((response) => response.json())
    .then((user) => user.name);
}
`,
  },
  {
    ...javascript,
    title: "Notify",
    file: "notify.js",
    instruction: "use optional chaining",
    code: `function notify(user) {
  if (user && user.email) {
    send(user.email);
  }
}
`,
  },
];
