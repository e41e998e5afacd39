export function isEmail(text) {
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text);
}

export function validateSignup(form) {
  const issues = [];
  if (!form.name || form.name.trim() === "") {
    issues.push({ field: "name", message: "a name is needed" });
  }
  if (!form.email) {
    issues.push({ field: "email", message: "an email address is needed" });
  } else if (!isEmail(form.email)) {
    issues.push({ field: "email", message: "the email address is not right" });
  }
  if (!form.password || form.password.length < 12) {
    issues.push({ field: "password", message: "the password needs 12 characters" });
  }
  if (form.password !== form.repeated) {
    issues.push({ field: "repeated", message: "the passwords differ" });
  }
  return issues;
}

/** Saves the account that the form asks for. */
export function signup(form, save) {
  const issues = validateSignup(form);
  if (issues.length > 0) {
    const message = issues.map((issue) => issue.message).join("; ");
    throw Object.assign(new Error(message), { issues });
  }
  return save({ name: form.name.trim(), email: form.email, password: form.password });
}
