"""Scores from criteria: one item, the whole tree, what it opens, who stands where, who scored.

Everything is exact (``Decimal``, ``Fraction``), nothing here reads a clock or a file.
"""
