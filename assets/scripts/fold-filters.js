// Filters stand open beside the results; on a narrow screen they fold away above them.

const narrow = window.matchMedia("(max-width: 52em)");

/** @param {HTMLDetailsElement} filters */
export function foldFiltersOnNarrowScreens(filters) {
  const fit = () => {
    filters.open = !narrow.matches;
  };
  fit();
  narrow.addEventListener("change", fit);
}
