"""The data file: the only place that speaks SQL."""
