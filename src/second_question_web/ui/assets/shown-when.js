// Hides a question until the answer to another one makes it apply. What was typed into it stays and is sent.

export function showWhenItApplies() {
  const questions = [...document.querySelectorAll("[data-shown-when]")];
  const update = () => questions.forEach((question) => { question.hidden = !applies(question); });
  if (questions.length === 0) return;
  document.addEventListener("change", update);
  update();
}

function applies(question) {
  const { shownWhen: name, answers } = question.dataset;
  const form = question.closest("form");
  if (!form) return true;
  const names = [name, `${name}-unanswered`]; // an answer, or the reason for having none
  if (![...form.elements].some((element) => names.includes(element.name))) return true;
  const fields = new FormData(form);
  const given = names.flatMap((part) => fields.getAll(part)).map((value) => value.replace(/^unanswered:/, ""));
  return answers.split("|").some((answer) => given.includes(answer));
}
