// Runs before the page is drawn, so that what needs no script to be used is never shown twice.
// An own file and not inline: the content security policy allows no inline script.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
