"""Checks of a plan's text ("Rà soát văn bản"): what is left over, missing or contradictory."""
