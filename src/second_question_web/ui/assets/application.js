// Everything here makes a page better that already works without it.
import { initAll } from "govuk-frontend";

import { keepDrafts } from "./autosave.js";
import { openWhatIsLinked } from "./linked.js";
import { announceProgress, loadHtmx } from "./progress.js";
import { showWhenItApplies } from "./shown-when.js";

initAll();
loadHtmx();
announceProgress();
showWhenItApplies();
openWhatIsLinked();
keepDrafts();
