"""The grid: one component for every list, with the habits of a spreadsheet."""
