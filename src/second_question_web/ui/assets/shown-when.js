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
  const others = [...form.elements].filter((element) => element.name === name);
  if (others.length === 0) return true;
  const given = new FormData(form).getAll(name);
  return answers.split("|").some((answer) => given.includes(answer));
}
