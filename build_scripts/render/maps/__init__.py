"""Maps: coordinates, projections, outlines, labels and the page."""
