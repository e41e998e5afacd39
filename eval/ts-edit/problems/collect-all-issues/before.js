export function isEmail(text) {
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text);
}

export function validateSignup(form) {
  if (!form.name || form.name.trim() === "") {
    throw new Error("a name is needed");
  }
  if (!form.email) {
    throw new Error("an email address is needed");
  }
  if (!isEmail(form.email)) {
    throw new Error("the email address is not right");
  }
  if (!form.password || form.password.length < 12) {
    throw new Error("the password needs 12 characters");
  }
  if (form.password !== form.repeated) {
    throw new Error("the passwords differ");
  }
}

/** Saves the account that the form asks for. */
export function signup(form, save) {
  validateSignup(form);
  return save({ name: form.name.trim(), email: form.email, password: form.password });
}
