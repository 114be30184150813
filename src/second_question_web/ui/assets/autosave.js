// Keeps what is typed into a form with data-autosave="<address>" as a draft on the server, and says so.
// Nothing is written to the browser's own storage: the computer may be shared.

const QUIET = 1500; // milliseconds without a key before a draft is sent
const RETRY = 10000; // milliseconds until the next attempt after a failure
const TOKEN = "csrfmiddlewaretoken";
const FAILED = "Not saved: connection lost. What you typed is still on this page; we will try again.";
const REFUSED = "Not saved: you may have been signed out. What you typed is still on this page. " +
  "Sign in again in another tab, then carry on typing here.";

export function keepDrafts() {
  document.querySelectorAll("form[data-autosave]").forEach((form) => new Draft(form));
}

class Draft {
  constructor(form) {
    this.form = form;
    this.saved = this.content();
    this.status = statusOf(form);
    form.addEventListener("input", () => this.later(QUIET));
    form.addEventListener("change", () => this.later(0));
    form.addEventListener("focusout", () => this.later(0));
    form.addEventListener("submit", () => { this.leaving = true; });
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.save(); });
    window.addEventListener("pageshow", () => { this.leaving = false; });
    window.addEventListener("online", () => this.save());
    window.addEventListener("beforeunload", (event) => { if (this.isUnsaved()) event.preventDefault(); });
  }

  content() {
    const fields = new FormData(this.form);
    fields.delete(TOKEN);
    for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name);
    return new URLSearchParams(fields).toString();
  }

  isUnsaved() {
    return !this.leaving && this.content() !== this.saved;
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  async save() {
    clearTimeout(this.timer);
    if (!this.isUnsaved()) return;
    if (this.sending) {
      this.again = true;
      return;
    }
    this.sending = true;
    await this.send(this.content());
    this.sending = false;
    if (this.again) {
      this.again = false;
      this.save();
    }
  }

  async send(body) {
    try {
      const response = await fetch(this.form.dataset.autosave, {
        method: "POST",
        body,
        headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token(this.form) },
        redirect: "manual",
        keepalive: body.length < 60000,
      });
      if (response.status === 403 && !this.renewed) return await this.renew();
      if (!response.ok) return this.failed(response.status >= 500 ? FAILED : await refusal(response));
      this.saved = body;
      this.renewed = false;
      this.say(`Saved ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`);
    } catch {
      this.failed(FAILED);
    }
  }

  async renew() {
    this.renewed = true;
    if (await renewToken(this.form)) this.later(0);
    else this.failed(REFUSED);
  }

  failed(words) {
    this.say(words, true);
    this.later(RETRY);
  }

  say(words, isProblem = false) {
    this.status.classList.toggle("sq-autosave--problem", isProblem);
    if (this.status.textContent !== words) this.status.textContent = words;
  }
}

// A view may explain a refusal in plain text; anything else is taken for a lost sign-in.
async function refusal(response) {
  const isPlain = (response.headers.get("Content-Type") ?? "").startsWith("text/plain");
  return isPlain ? `Not saved: ${await response.text()}` : REFUSED;
}

function token(form) {
  return tokenField(form)?.value ?? "";
}

function tokenField(from) {
  return from.querySelector(`[name=${TOKEN}]`);
}

// Signing in again in another tab makes the form's token stale; the page itself, asked for again, has the new one.
// Only for the same person: what one person typed is never saved in another's name.
async function renewToken(form) {
  const page = await fetch(window.location.href, { redirect: "manual" });
  if (!page.ok) return false;
  const again = new DOMParser().parseFromString(await page.text(), "text/html");
  const fresh = tokenField(again);
  if (!fresh || who(again) !== who(document)) return false;
  tokenField(form).value = fresh.value;
  return true;
}

function who(page) {
  return page.querySelector(".sq-account__who")?.textContent ?? "";
}

function statusOf(form) {
  const existing = form.querySelector("[data-autosave-status]");
  if (existing) return existing;
  const made = document.createElement("p");
  made.className = "sq-autosave";
  made.setAttribute("role", "status");
  form.append(made);
  return made;
}
