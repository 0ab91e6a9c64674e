// Small improvements. Every page is complete without them.

import { pickGovernments } from "./government-picker.js";
import { suggestSearches } from "./search-suggestions.js";
import { foldFiltersOnNarrowScreens } from "./fold-filters.js";
import { completeNames } from "./name-completion.js";
import { countWhileTyping } from "./audience-count.js";
import { followProgress } from "./progress.js";

document.querySelectorAll("input[data-picker]").forEach(pickGovernments);
document.querySelectorAll("input[data-suggest]").forEach(suggestSearches);
document.querySelectorAll("input[data-name]").forEach(completeNames);
document.querySelectorAll("details[data-fold]").forEach(foldFiltersOnNarrowScreens);
document.querySelectorAll("[data-reach]").forEach(countWhileTyping);
document.querySelectorAll("[data-progress]").forEach(followProgress);
